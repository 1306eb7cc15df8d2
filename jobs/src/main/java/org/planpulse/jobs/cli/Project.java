package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Spelling;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** A workspace and the schema files that hold in it, checked against each other. */
record Project(Workspace workspace, Schemas schemas) {

  static Project open(Path folder) {
    Workspace workspace = WorkspaceFile.read(folder);
    Schemas schemas = KnownSchemas.of(workspace);
    WorkspaceFile.check(workspace.settings(), schemas);
    return new Project(workspace, schemas);
  }

  /** Where the tables of a workspace lie; no schema file is read for questions in SQL. */
  static WarehouseLayout tablesOf(Path folder) {
    return new WarehouseLayout(WorkspaceFile.read(folder).warehouse());
  }

  Plan plan() {
    return schemas.plans().get(workspace.settings().plan());
  }

  WarehouseLayout layout() {
    return new WarehouseLayout(workspace.warehouse());
  }

  /**
   * A session for questions about some tables.
   *
   * @throws OperatorError when one of them was not written yet
   */
  QuerySession query(String... tables) {
    return query(layout(), tables);
  }

  /** As {@link #query(String...)}, for tables that lie in a folder. */
  static QuerySession query(WarehouseLayout layout, String... tables) {
    for (String table : tables) {
      if (layout.version(table).isEmpty()) {
        throw new OperatorError(
            "还没有数据表 " + table + "。请先运行 planpulse run。",
            "There is no table " + table + " yet. Run planpulse run first.");
      }
    }
    return QuerySession.open(layout);
  }

  /**
   * The indicator of a code.
   *
   * @throws OperatorError naming the nearest code, when there is none
   */
  Indicator indicator(String code) {
    return schemas.indicators().stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown(code));
  }

  private OperatorError unknown(String code) {
    List<String> codes = schemas.indicators().stream().map(Indicator::code).toList();
    String zh = Spelling.nearest(code, codes).map(near -> "，是否应为 " + near + "？").orElse("。");
    String en =
        Spelling.nearest(code, codes).map(near -> "; did you mean " + near + "?").orElse(".");
    return new OperatorError(
        "没有指标 " + code + zh + "用 planpulse indicators 查看全部指标。",
        "There is no indicator " + code + en + " planpulse indicators lists them.");
  }
}

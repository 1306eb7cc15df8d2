package org.planpulse.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.planpulse.jobs.cli.Pipeline;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobOutcome;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.Progress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The whole pipeline on a workspace, in the tests' Spark session. */
public final class TestPipeline {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  private final Workspace workspace;

  private TestPipeline(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A new demo workspace in {@code folder}, which is emptied first. */
  static TestPipeline in(Path folder) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
    return new TestPipeline(
        new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, true)
            .create(folder));
  }

  public Workspace workspace() {
    return workspace;
  }

  RunReport run() {
    return run(Pipeline.jobs());
  }

  RunReport run(List<Job> jobs) {
    return new JobRunner(jobs, context(), new Silent(), Clock.systemUTC()).run();
  }

  RunContext context() {
    DeltaWarehouse warehouse =
        new DeltaWarehouse(workspace.warehouse(), SCHEMAS.warehouse(), SharedSpark.session());
    return new RunContext(workspace, SCHEMAS, warehouse, "", DAY, Optional.empty());
  }

  public List<List<Object>> query(String sql) {
    try (QuerySession session = QuerySession.open(new WarehouseLayout(workspace.warehouse()))) {
      return session.query(sql).rows();
    }
  }

  /** The first column as texts. */
  List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    query(sql).forEach(row -> texts.add(String.valueOf(row.get(0))));
    return texts;
  }

  private static final class Silent implements Progress {

    @Override
    public void started(int number, int total, JobDescription job) {
      // Nobody watches.
    }

    @Override
    public void finished(int number, int total, JobOutcome outcome) {
      // The report of the run tells.
    }
  }
}

package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.drawing.FlowChart;
import org.planpulse.reports.drawing.LandChart;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.ProofRow;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.model.LandUse.UnitRow;

/** Charts of land use, its tables by unit, and the proof that the areas add up. */
final class LandParts {
  private static final double M2_PER_HM2 = 10_000;

  private LandParts() {}

  static LandUse land(Scope scope) {
    LandUse land = scope.checkup().landUse();
    scope.required(land.years(), "地类面积", "areas of land classes");
    return land;
  }

  static List<Block> charts(Scope scope) {
    LandUse land = land(scope);
    int first = land.years().get(0);
    int last = land.years().get(land.years().size() - 1);
    List<String> names = land.stock().stream().map(StockRow::name).toList();
    String source = scope.text("land.source");
    return List.of(
        new Figure(
            scope.figure("land.chart.stock", first, last),
            source,
            scope.text("land.chart.alternative"),
            LandChart.stock(names, land.colours(), land.years(), hectares(land)),
            Figure.Size.WIDE),
        new Figure(
            scope.figure("land.chart.change", first, last),
            source,
            scope.text("land.chart.alternative"),
            LandChart.change(names, changes(land)),
            Figure.Size.WIDE));
  }

  private static List<List<Double>> hectares(LandUse land) {
    return land.stock().stream()
        .map(row -> row.areasM2().stream().map(LandParts::hectares).toList())
        .toList();
  }

  private static List<Double> changes(LandUse land) {
    return land.stock().stream().map(StockRow::areasM2).map(LandParts::change).toList();
  }

  private static Double change(List<Double> areasM2) {
    Double first = areasM2.get(0);
    Double last = areasM2.get(areasM2.size() - 1);
    return first == null || last == null ? null : hectares(last - first);
  }

  private static Double hectares(Double m2) {
    return m2 == null ? null : m2 / M2_PER_HM2;
  }

  /** What became of what: the transition matrix as bands, without the land that stayed. */
  static List<Block> flow(Scope scope) {
    LandUse land = land(scope);
    if (!LandTables.changed(land)) {
      return LandTables.instead(
          scope,
          land,
          "land.flow",
          LandTables.comparable(land) ? "land.unchanged" : "land.incomparable");
    }
    return List.of(
        new Figure(
            scope.figure("land.flow", land.matrixFromYear(), land.matrixToYear()),
            scope.text("land.source"),
            scope.text("land.flow.alternative"),
            new FlowChart(land, scope.wording()),
            Figure.Size.WIDE));
  }

  static List<Block> units(Scope scope) {
    List<UnitRow> rows =
        scope.required(scope.checkup().landUse().units(), "行政单元", "administrative units");
    GroupColumns groups = new GroupColumns(scope);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(scope.text("unit.code"), 70));
    columns.add(Column.text(scope.text("unit.name"), 121));
    columns.add(Column.number(scope.text("unit.total"), 66));
    columns.addAll(groups.heads(184));
    columns.add(Column.number(scope.text("unit.ndvi"), 50));
    return List.of(
        Table.of(
            scope.table("land.units", scope.year()),
            columns,
            rows.stream().map(row -> unit(row, groups)).toList()));
  }

  private static Row unit(UnitRow row, GroupColumns groups) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(row.code()));
    cells.add(Cell.text(row.name()));
    cells.add(Cell.hm2(row.totalM2()));
    cells.addAll(groups.cells(row.groupsM2()));
    cells.add(Cell.number(row.meanNdvi(), 3));
    return new Row("", cells, "");
  }

  static List<Block> proof(Scope scope) {
    List<ProofRow> rows =
        scope.required(scope.checkup().landUse().proof(), "面积台账", "the ledger of areas");
    return List.of(
        Table.of(
                scope.table("land.proof"),
                List.of(
                    Column.text(scope.text("proof.year"), 35),
                    Column.number(scope.text("proof.parcels"), 84),
                    Column.number(scope.text("proof.classes"), 84),
                    Column.number(scope.text("proof.units"), 84),
                    Column.number(scope.text("proof.control"), 84),
                    Column.number(scope.text("proof.repair"), 60),
                    Column.number(scope.text("proof.difference"), 60)),
                rows.stream().map(LandParts::proof).toList())
            .withNote(scope.text("land.proof.note")));
  }

  private static Row proof(ProofRow row) {
    return Row.of(
        Cell.text(Integer.toString(row.year())),
        Cell.number(row.parcelsM2(), 2),
        Cell.number(row.classesM2(), 2),
        Cell.number(row.unitsM2(), 2),
        Cell.number(row.controlM2(), 2),
        Cell.number(row.repairM2(), 2),
        Cell.number(row.differenceM2(), 2));
  }
}

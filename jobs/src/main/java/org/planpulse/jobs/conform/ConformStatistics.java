package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;

/**
 * Cells of statistical tables and lines of lists become figures of an item, a region and a year.
 *
 * <p>They are read into memory: all yearbooks of a city together hold some ten thousand cells, a
 * national census by county some hundred thousand.
 */
public final class ConformStatistics implements Job {

  private static final String TABLE = "silver.statistic";
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "region_code STRING, item_code STRING, year INT, value DOUBLE, unit STRING,"
              + " si_value DOUBLE, si_unit STRING, value_status STRING, dataset STRING,"
              + " source_id STRING, note STRING, known_from DATE, known_to DATE");

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-statistics",
        new LocalText("统计数据规整", "Conform statistics"),
        List.of(
            "bronze.cell",
            "bronze.record",
            "bronze.source_file",
            "ops.correction",
            "silver.admin_unit"),
        List.of(TABLE));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, contracts(run), TABLE);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    List<Reading<Statistic>> figures = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    results(run)
        .forEach(
            reading -> {
              CellConformer.Result result = reading.value();
              if (result.statistic() != null) {
                figures.add(reading.of(result.statistic()));
              } else if (reading.isPresent()) {
                findings.add(result.finding());
              }
            });
    long read = figures.stream().filter(Reading::isPresent).count() + quarantined(findings);
    List<Knowledge.Period<Statistic>> known = history(figures, findings);
    List<Statistic> present = present(known);
    findings.addAll(slips(present));
    contracts(run).forEach(contract -> findings.addAll(new RuleCheck(contract).in(present)));
    run.warehouse()
        .replace(
            TABLE,
            run.warehouse()
                .spark()
                .createDataFrame(known.stream().map(ConformStatistics::row).toList(), SCHEMA));
    new FindingReport(issues).tell(findings);
    return new JobResult(
        Map.of(
            "cells",
            read,
            "cells_loaded",
            read - quarantined(findings),
            "cells_quarantined",
            quarantined(findings),
            "statistics",
            (long) known.size()));
  }

  private static long quarantined(List<Finding> findings) {
    return findings.stream().filter(Finding::quarantines).count();
  }

  private static List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.target().equals(TABLE))
        .toList();
  }

  private static Map<String, CellConformer> conformers(RunContext run) {
    Map<String, String> names = new HashMap<>();
    run.warehouse()
        .read("silver.admin_unit")
        .select("name", "region_code")
        .collectAsList()
        .forEach(unit -> names.put(unit.getString(0), unit.getString(1)));
    RegionNames regions = new RegionNames(run.plan().city(), names);
    return contracts(run).stream()
        .collect(
            Collectors.toMap(
                Contract::id, contract -> new CellConformer(contract, run.schemas(), regions)));
  }

  /** What is made of every cell and line, in each of the ways it was read. */
  private static Stream<Reading<CellConformer.Result>> results(RunContext run) {
    Map<String, SourceFile> files = Deliveries.read(run).byId();
    Map<String, CellConformer> conformers = conformers(run);
    Corrections corrections = Corrections.read(run);
    return Stream.concat(
        cells(run, files, conformers, corrections), lines(run, files, conformers, corrections));
  }

  private static Stream<Reading<CellConformer.Result>> cells(
      RunContext run,
      Map<String, SourceFile> files,
      Map<String, CellConformer> conformers,
      Corrections corrections) {
    return rows(run, "bronze.cell").stream()
        .flatMap(row -> cell(row, files.get(sourceFile(row))).readings(corrections))
        .map(read -> read.of(conformers.get(read.value().file().dataset()).conform(read.value())));
  }

  private static Stream<Reading<CellConformer.Result>> lines(
      RunContext run,
      Map<String, SourceFile> files,
      Map<String, CellConformer> conformers,
      Corrections corrections) {
    SilverTable table = SilverTable.of(TABLE, run);
    KnownRegions regions = KnownRegions.read(run);
    Map<String, LineConformer> ofLines = new HashMap<>();
    String crs = run.workspace().settings().crs();
    for (Contract contract : contracts(run)) {
      ofLines.put(
          contract.id(),
          new LineConformer(
              contract,
              DatasetSpec.of(contract, run.schemas(), crs),
              conformers.get(contract.id()),
              table,
              regions,
              run.plan().city().code()));
    }
    return rows(run, "bronze.record").stream()
        .flatMap(row -> line(row, files.get(sourceFile(row))).readings(corrections))
        .flatMap(
            read -> ofLines.get(read.value().file().dataset()).conform(read.value()).map(read::of));
  }

  private static List<Row> rows(RunContext run, String table) {
    Object[] datasets = contracts(run).stream().map(Contract::id).toArray();
    return run.warehouse().read(table).where(col("dataset").isin(datasets)).collectAsList();
  }

  private static String sourceFile(Row row) {
    return SourceFile.id(row.getAs("dataset"), row.getAs("source_key"));
  }

  private static LineConformer.Line line(Row row, SourceFile file) {
    return new LineConformer.Line(
        file, row.getAs("sheet"), row.getAs("line"), row.getJavaMap(row.fieldIndex("fields")));
  }

  private static Cell cell(Row row, SourceFile file) {
    return new Cell(
        file,
        row.getAs("sheet"),
        row.getAs("cell"),
        row.getAs("table_name"),
        row.getAs("title_year"),
        row.getAs("row_path"),
        row.getAs("column_path"),
        row.getAs("row_unit"),
        row.getAs("column_unit"),
        row.getAs("table_unit"),
        row.getAs("raw"),
        row.getAs("number"),
        row.getAs("note"));
  }

  private static List<Knowledge.Period<Statistic>> history(
      List<Reading<Statistic>> figures, List<Finding> findings) {
    List<Knowledge.Period<Statistic>> known = new ArrayList<>();
    for (List<Reading<Statistic>> same :
        grouped(figures, figure -> figure.value().key().toString())) {
      StatisticHistory.History history = StatisticHistory.of(same);
      known.addAll(history.known());
      findings.addAll(history.conflicts());
    }
    return known;
  }

  private static List<Statistic> present(List<Knowledge.Period<Statistic>> known) {
    return known.stream()
        .filter(figure -> figure.to() == null)
        .map(Knowledge.Period::value)
        .toList();
  }

  private static List<Finding> slips(List<Statistic> present) {
    return grouped(present, figure -> figure.region() + " " + figure.item()).stream()
        .flatMap(series -> UnitSlip.in(series).stream())
        .toList();
  }

  private static <T> Collection<List<T>> grouped(List<T> figures, Function<T, String> key) {
    return figures.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static Row row(Knowledge.Period<Statistic> known) {
    Statistic figure = known.value();
    boolean missing = figure.value() == null;
    return RowFactory.create(
        figure.region(),
        figure.item(),
        figure.year(),
        missing ? null : figure.value().doubleValue(),
        figure.unit().code(),
        missing ? null : figure.siValue().doubleValue(),
        figure.unit().si(),
        figure.status().name(),
        figure.cell().file().dataset(),
        figure.cell().sourceId(),
        figure.cell().note(),
        date(known.from()),
        date(known.to()));
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}

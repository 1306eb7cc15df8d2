package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Who owes which dataset for which period, and what came. A yearly dataset is owed for every year
 * from the plan's base year to the latest year any file is about.
 */
public final class DeliveryLedger implements Job {

  private static final String TABLE = "ops.delivery";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "dataset STRING, dataset_name STRING, dataset_name_en STRING, department STRING,"
              + " period STRING, state STRING, file STRING, received_on DATE, rows_in BIGINT,"
              + " rows_loaded BIGINT, rows_quarantined BIGINT, issues BIGINT");

  /**
   * A file as delivered for one dataset.
   *
   * @param key dataset and path, as issues and quarantined rows name them
   * @param years it has data of; empty when it is about no year
   */
  private record Delivered(
      String key, String dataset, String file, Date receivedOn, long rowsIn, Set<Integer> years) {}

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "delivery-ledger",
        new LocalText("交接台账", "Delivery ledger"),
        List.of(
            "bronze.source_file",
            "silver.statistic",
            "silver.observation",
            "silver.land_parcel",
            "silver.control_zone",
            "silver.admin_unit",
            "silver.raster_tile",
            "silver.theme_feature",
            "silver.register_entry",
            "silver.document",
            "ops.quarantine",
            "ops.data_issue"),
        List.of(TABLE));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, run.schemas().contracts(), TABLE);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    List<Delivered> delivered = delivered(run);
    List<Integer> owed = owedYears(run, delivered);
    Counts counts = Counts.read(run);
    List<Row> rows = new ArrayList<>();
    for (Contract contract : run.schemas().contracts()) {
      for (String period : periods(contract, owed)) {
        rows.add(row(contract, period, latest(delivered, contract, period), counts));
      }
    }
    run.warehouse().replace(TABLE, run.warehouse().spark().createDataFrame(rows, SCHEMA));
    long missing = rows.stream().filter(row -> "missing".equals(row.getString(5))).count();
    return new JobResult(Map.of("owed", (long) rows.size(), "missing", missing));
  }

  private static List<Delivered> delivered(RunContext run) {
    Map<String, Set<Integer>> tableYears = tableYears(run);
    return run
        .warehouse()
        .read("bronze.source_file")
        .where(col("dataset").isNotNull())
        .collectAsList()
        .stream()
        .map(row -> delivered(row, tableYears))
        .toList();
  }

  private static Delivered delivered(Row row, Map<String, Set<Integer>> tableYears) {
    String dataset = row.getAs("dataset");
    Integer year = row.getAs("data_year");
    String id = SourceFile.id(dataset, row.getAs("source_key"));
    return new Delivered(
        SourceFile.id(dataset, row.getAs("file")),
        dataset,
        row.getAs("file"),
        row.getAs("received_on"),
        row.getAs("rows_in"),
        year == null ? tableYears.getOrDefault(id, Set.of()) : Set.of(year));
  }

  /** Years inside books, whose file names tell none. */
  private static Map<String, Set<Integer>> tableYears(RunContext run) {
    return run
        .warehouse()
        .read("silver.statistic")
        .selectExpr("dataset", "substring_index(source_id, '!', 1) AS source_key", "year")
        .distinct()
        .collectAsList()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> SourceFile.id(row.getString(0), row.getString(1)),
                Collectors.mapping(row -> row.getInt(2), Collectors.toSet())));
  }

  private static List<Integer> owedYears(RunContext run, List<Delivered> delivered) {
    int first = run.plan().baseYear();
    int last =
        delivered.stream()
            .flatMap(file -> file.years().stream())
            .max(Integer::compare)
            .orElse(first);
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<String> periods(Contract contract, List<Integer> owed) {
    return "year".equals(contract.period())
        ? owed.stream().map(String::valueOf).toList()
        : List.of(contract.period());
  }

  /** All files of the latest day that serve the period. */
  private static List<Delivered> latest(
      List<Delivered> delivered, Contract contract, String period) {
    boolean yearly = "year".equals(contract.period());
    TreeMap<Date, List<Delivered>> byDay =
        delivered.stream()
            .filter(file -> file.dataset().equals(contract.id()))
            .filter(file -> !yearly || file.years().contains(Integer.valueOf(period)))
            .collect(
                Collectors.groupingBy(Delivered::receivedOn, TreeMap::new, Collectors.toList()));
    return byDay.isEmpty() ? List.of() : byDay.lastEntry().getValue();
  }

  private static Row row(Contract contract, String period, List<Delivered> files, Counts counts) {
    long in = files.stream().mapToLong(Delivered::rowsIn).sum();
    long lost = files.stream().mapToLong(file -> counts.quarantined(file.key())).sum();
    boolean faulty = files.stream().anyMatch(file -> counts.faults(file.key()) > 0);
    boolean none = files.isEmpty();
    return RowFactory.create(
        contract.id(),
        contract.name(),
        contract.nameEn(),
        contract.department(),
        period,
        none ? "missing" : faulty ? "partial" : "received",
        none
            ? null
            : files.stream().map(Delivered::file).sorted().collect(Collectors.joining("; ")),
        none ? null : files.get(0).receivedOn(),
        none ? null : in,
        none ? null : in - lost,
        none ? null : lost,
        none ? null : files.stream().mapToLong(file -> counts.issues(file.key())).sum());
  }

  /**
   * Quarantined rows and issues by dataset and file.
   *
   * @param faults quarantined rows somebody has to mend; a row nobody needs is none
   */
  private record Counts(
      Map<String, Long> quarantined, Map<String, Long> faults, Map<String, Long> issues) {

    static Counts read(RunContext run) {
      Set<String> errors =
          run.schemas().issueKinds().values().stream()
              .filter(kind -> "error".equals(kind.severity()))
              .map(kind -> kind.code())
              .collect(Collectors.toCollection(TreeSet::new));
      List<Row> quarantined = grouped(run, "ops.quarantine");
      return new Counts(
          byFile(quarantined),
          byFile(quarantined.stream().filter(row -> errors.contains(row.getString(2))).toList()),
          byFile(grouped(run, "ops.data_issue")));
    }

    private static List<Row> grouped(RunContext run, String table) {
      return run.warehouse()
          .read(table)
          .groupBy("dataset", "file", "code")
          .agg(count("*"))
          .collectAsList();
    }

    private static Map<String, Long> byFile(List<Row> rows) {
      return rows.stream()
          .collect(
              Collectors.groupingBy(
                  row -> SourceFile.id(row.getString(0), row.getString(1)),
                  Collectors.summingLong(row -> row.getLong(3))));
    }

    long quarantined(String file) {
      return quarantined.getOrDefault(file, 0L);
    }

    long faults(String file) {
      return faults.getOrDefault(file, 0L);
    }

    long issues(String file) {
      return issues.getOrDefault(file, 0L);
    }
  }
}

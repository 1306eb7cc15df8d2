package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.contract.Contract;

/**
 * Who owes which dataset for which period, and what came. A yearly dataset is owed for every year
 * from the plan's base year to the latest year any file is about, and due months after it ends.
 */
public final class DeliveryLedger implements Job {

  private static final String TABLE = "ops.delivery";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "dataset STRING, dataset_name STRING, dataset_name_en STRING, department STRING,"
              + " period STRING, state STRING, due_on DATE, version INT, file STRING,"
              + " received_on DATE, rows_in BIGINT, rows_loaded BIGINT, rows_quarantined BIGINT,"
              + " issues BIGINT, quality INT");

  private static final String ACCEPTED = "accepted";
  private static final String RETURNED = "returned";
  private static final String OVERDUE = "overdue";
  private static final String MISSING = "missing";

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

  /** Due days are the last of a month. */
  @Override
  public Map<String, String> inputs(RunContext run) {
    return Map.of("month", YearMonth.from(run.runDate()).toString());
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
        rows.add(new Line(contract, period, byDay(delivered, contract, period), counts).row(run));
      }
    }
    run.warehouse().replace(TABLE, run.warehouse().spark().createDataFrame(rows, SCHEMA));
    return new JobResult(counts(rows));
  }

  /**
   * Periods by state, those overdue only of datasets that have ever come; the others by dataset.
   */
  private static Map<String, Long> counts(List<Row> rows) {
    Set<String> came =
        rows.stream()
            .filter(row -> Set.of(ACCEPTED, RETURNED).contains(row.getString(5)))
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    Map<String, Long> counts =
        rows.stream()
            .filter(row -> came.contains(row.getString(0)))
            .collect(
                Collectors.groupingBy(
                    row -> "periods_" + countName(row.getString(5)),
                    TreeMap::new,
                    Collectors.counting()));
    long owed = rows.stream().map(row -> row.getString(0)).distinct().count();
    counts.put("datasets_delivered", (long) came.size());
    counts.put("datasets_never_delivered", owed - came.size());
    return counts;
  }

  /** Where a dataset has come before, nothing for a period only means that it is not due. */
  private static String countName(String state) {
    return state.equals(MISSING) ? "not_due" : state;
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

  /** Files that serve the period, by the day they came. */
  private static TreeMap<Date, List<Delivered>> byDay(
      List<Delivered> delivered, Contract contract, String period) {
    boolean yearly = "year".equals(contract.period());
    return delivered.stream()
        .filter(file -> file.dataset().equals(contract.id()))
        .filter(file -> !yearly || file.years().contains(Integer.valueOf(period)))
        .collect(Collectors.groupingBy(Delivered::receivedOn, TreeMap::new, Collectors.toList()));
  }

  /**
   * A period of a dataset.
   *
   * @param byDay the files of the latest day count
   */
  private record Line(
      Contract contract, String period, TreeMap<Date, List<Delivered>> byDay, Counts counts) {

    Row row(RunContext run) {
      Optional<LocalDate> due = due(run);
      Date dueOn = due.map(Date::valueOf).orElse(null);
      if (byDay.isEmpty()) {
        boolean overdue = due.filter(day -> day.isBefore(run.runDate())).isPresent();
        return row(
            overdue ? OVERDUE : MISSING, dueOn, null, null, null, null, null, null, null, null);
      }
      List<Delivered> files = byDay.lastEntry().getValue();
      long in = files.stream().mapToLong(Delivered::rowsIn).sum();
      long lost = files.stream().mapToLong(file -> counts.quarantined(file.key())).sum();
      long faulty = files.stream().mapToLong(file -> counts.faults(file.key())).sum();
      Map<String, Long> issues = new TreeMap<>();
      files.forEach(
          file -> counts.issues(file.key()).forEach((kind, n) -> issues.merge(kind, n, Long::sum)));
      return row(
          faulty > 0 || issues.containsKey("error") ? RETURNED : ACCEPTED,
          dueOn,
          byDay.size(),
          files.stream().map(Delivered::file).sorted().collect(Collectors.joining("; ")),
          byDay.lastKey(),
          in,
          in - lost,
          lost,
          issues.values().stream().mapToLong(Long::longValue).sum(),
          new DeliveryScore(run.schemas().deliveryRules()).of(in, faulty, issues));
    }

    private Row row(String state, Object... more) {
      return RowFactory.create(
          Stream.concat(
                  Stream.of(
                      contract.id(),
                      contract.name(),
                      contract.nameEn(),
                      contract.department(),
                      period,
                      state),
                  Arrays.stream(more))
              .toArray());
    }

    private Optional<LocalDate> due(RunContext run) {
      int months = contract.dueMonths().orElse(run.schemas().deliveryRules().dueMonths());
      return "year".equals(contract.period())
          ? Optional.of(
              YearMonth.of(Integer.parseInt(period), 12).plusMonths(months).atEndOfMonth())
          : Optional.empty();
    }
  }

  /**
   * Quarantined rows and issues by dataset and file.
   *
   * @param faults quarantined rows somebody has to mend; a row nobody needs is none
   * @param issues by severity
   */
  private record Counts(
      Map<String, Long> quarantined,
      Map<String, Long> faults,
      Map<String, Map<String, Long>> issues) {

    static Counts read(RunContext run) {
      Map<String, IssueKind> kinds = run.schemas().issueKinds();
      List<Row> quarantined = grouped(run, "ops.quarantine");
      return new Counts(
          byFile(quarantined),
          byFile(quarantined.stream().filter(row -> "error".equals(severity(row, kinds))).toList()),
          grouped(run, "ops.data_issue").stream()
              .collect(
                  Collectors.groupingBy(
                      Counts::file,
                      Collectors.groupingBy(
                          row -> severity(row, kinds),
                          Collectors.summingLong(row -> row.getLong(3))))));
    }

    private static String severity(Row row, Map<String, IssueKind> kinds) {
      return kinds.containsKey(row.getString(2)) ? kinds.get(row.getString(2)).severity() : "info";
    }

    private static String file(Row row) {
      return SourceFile.id(row.getString(0), row.getString(1));
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
              Collectors.groupingBy(Counts::file, Collectors.summingLong(row -> row.getLong(3))));
    }

    long quarantined(String file) {
      return quarantined.getOrDefault(file, 0L);
    }

    long faults(String file) {
      return faults.getOrDefault(file, 0L);
    }

    Map<String, Long> issues(String file) {
      return issues.getOrDefault(file, Map.of());
    }
  }
}

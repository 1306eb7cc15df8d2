package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.Digest;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;

/**
 * Holds the reviewed corrections in {@code corrections/} against what was delivered, each against
 * every delivery of its file: what an earlier one said stays in history. One that finds its old
 * value is applied by the jobs that conform the row; one that does not, or whose time is over, is
 * told. Delivered rows stay as they are, and so does the history of figures that were read as
 * corrected until a correction expired.
 */
public final class CorrectionJob implements Job {

  static final String TABLE = "ops.correction";
  static final String EXPIRED = "expired";

  private static final String APPLIED = "applied";
  private static final String UNUSED = "unused";
  private static final String CONFLICTING = "conflicting";
  private static final String PENDING = "pending";
  private static final String SUPERSEDED = "superseded";

  /** States of a correction that finds its old value: what it was read as stays in history. */
  static final Object[] FITTING = {APPLIED, EXPIRED, CONFLICTING};

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "correction_file STRING, number INT, state STRING, dataset STRING, file STRING,"
              + " place STRING, source_id STRING, field STRING, delivered STRING,"
              + " corrected STRING, owner STRING, reason STRING, reviewed_on DATE,"
              + " expires_on DATE");

  private final boolean lookingBack;

  public CorrectionJob() {
    this(false);
  }

  /**
   * @param lookingBack whether the run asks what was known on an earlier day: what was reviewed
   *     later had not been written then, and is no slip of the pen
   */
  public CorrectionJob(boolean lookingBack) {
    this.lookingBack = lookingBack;
  }

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "corrections",
        new LocalText("数据更正核对", "Reviewed corrections"),
        List.of("bronze.source_file", "bronze.cell", "bronze.record", "bronze.feature"),
        List.of(TABLE));
  }

  /** The files, and which of their corrections do not count yet or no more. */
  @Override
  public Map<String, String> inputs(RunContext run) {
    Map<String, String> inputs = new TreeMap<>();
    CorrectionFiles.texts(run.workspace())
        .forEach((file, text) -> inputs.put("corrections/" + file, new Digest().add(text).hex16()));
    CorrectionFiles.read(run.workspace()).stream()
        .filter(entry -> isExpired(entry, run))
        .forEach(entry -> inputs.put("expired/" + entry.file() + "#" + entry.number(), ""));
    CorrectionFiles.read(run.workspace()).stream()
        .filter(entry -> isPending(entry, run))
        .forEach(entry -> inputs.put("pending/" + entry.file() + "#" + entry.number(), ""));
    return inputs;
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        CorrectionFiles.read(run.workspace()).stream()
            .map(CorrectionFiles.Entry::correction)
            .map(correction -> correction.file() + " " + correction.place())
            .toList());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    List<CorrectionFiles.Entry> entries = CorrectionFiles.read(run.workspace());
    if (entries.isEmpty() && run.warehouse().version(TABLE).isEmpty()) {
      run.warehouse().ensure(TABLE);
      return new JobResult(Map.of());
    }
    Map<String, List<String>> keys = sourceKeys(run);
    Map<String, Map<String, String>> delivered = delivered(run, entries, keys);
    Map<String, Contract> contracts =
        run.schemas().contracts().stream()
            .collect(Collectors.toMap(Contract::id, Function.identity()));
    List<Verdict> verdicts =
        withoutConflicts(
            entries.stream()
                .flatMap(
                    entry -> {
                      List<String> ids = rowIds(entry.correction(), keys);
                      Contract contract = contracts.get(entry.correction().dataset());
                      return verdicts(entry, ids, contract, delivered, run).stream();
                    })
                .toList());
    told(verdicts, keys, delivered)
        .forEach((verdict, message) -> tell(verdict, message, contracts, issues));
    List<Row> rows = verdicts.stream().map(CorrectionJob::row).toList();
    replaceIfChanged(run, rows);
    return new JobResult(
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    Verdict::state,
                    Collectors.mapping(
                        Verdict::entry,
                        Collectors.collectingAndThen(
                            Collectors.toSet(), found -> (long) found.size())))));
  }

  /**
   * A correction held against one delivery of its file.
   *
   * @param id dataset and source id of the row; null when the file was not delivered
   * @param latest whether the delivery is the last one of the file
   */
  private record Verdict(CorrectionFiles.Entry entry, String id, boolean latest, String state) {

    List<String> value() {
      return List.of(String.valueOf(id), entry.correction().field());
    }

    boolean fits() {
      return List.of(FITTING).contains(state);
    }

    boolean isSucceededBy(Verdict other) {
      return other.fits()
          && other.value().equals(value())
          && other.entry().correction().expiresOn().isAfter(entry.correction().expiresOn());
    }
  }

  /**
   * One for each delivery that a correction fits; a single one of the last delivery where it fits
   * none, or does not count yet.
   *
   * @param ids of the row in each delivery of the file, the last one last
   */
  private static List<Verdict> verdicts(
      CorrectionFiles.Entry entry,
      List<String> ids,
      Contract contract,
      Map<String, Map<String, String>> delivered,
      RunContext run) {
    String last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
    if (isPending(entry, run)) {
      return List.of(new Verdict(entry, last, true, PENDING));
    }
    String state = isExpired(entry, run) ? EXPIRED : APPLIED;
    List<Verdict> fitting =
        ids.stream()
            .filter(id -> fits(entry.correction(), contract, delivered.get(id), run))
            .map(id -> new Verdict(entry, id, id.equals(last), state))
            .toList();
    return fitting.isEmpty() ? List.of(new Verdict(entry, last, true, UNUSED)) : fitting;
  }

  /** Of several corrections of one value none is applied: nobody knows which is meant. */
  private static List<Verdict> withoutConflicts(List<Verdict> verdicts) {
    Map<List<String>, Long> applied =
        verdicts.stream()
            .filter(verdict -> verdict.state().equals(APPLIED))
            .collect(Collectors.groupingBy(Verdict::value, Collectors.counting()));
    return verdicts.stream()
        .map(
            verdict ->
                verdict.state().equals(APPLIED) && applied.get(verdict.value()) > 1
                    ? new Verdict(verdict.entry(), verdict.id(), verdict.latest(), CONFLICTING)
                    : verdict)
        .toList();
  }

  /**
   * What is told of each correction, by the last delivery it was held against: its state there, or
   * that a later correction, or a delivery that says the same, took its place. A later delivery
   * that says something else may have moved the wrong value to another place: that is to be looked
   * at.
   */
  private static Map<Verdict, String> told(
      List<Verdict> verdicts,
      Map<String, List<String>> keys,
      Map<String, Map<String, String>> delivered) {
    Map<CorrectionFiles.Entry, Verdict> last = new LinkedHashMap<>();
    verdicts.forEach(verdict -> last.put(verdict.entry(), verdict));
    Map<Verdict, String> told = new LinkedHashMap<>();
    for (Verdict verdict : last.values()) {
      boolean succeeded =
          verdict.state().equals(EXPIRED) && verdicts.stream().anyMatch(verdict::isSucceededBy);
      if (verdict.latest()) {
        told.put(verdict, succeeded ? SUPERSEDED : verdict.state());
      } else {
        List<String> ids = rowIds(verdict.entry().correction(), keys);
        Map<String, String> anew = delivered.get(ids.get(ids.size() - 1));
        told.put(verdict, agrees(verdict.entry().correction(), anew) ? SUPERSEDED : UNUSED);
      }
    }
    return told;
  }

  /** Whether a delivery says itself what the correction says. */
  private static boolean agrees(Correction correction, Map<String, String> delivered) {
    return delivered != null
        && ungrouped(delivered.get(correction.field())).equals(ungrouped(correction.corrected()));
  }

  private static String ungrouped(String value) {
    return text(value).replace(",", "");
  }

  /** By dataset and file: the key of each of its deliveries, the last one last. */
  private static Map<String, List<String>> sourceKeys(RunContext run) {
    return Deliveries.read(run).byId().values().stream()
        .collect(
            Collectors.groupingBy(
                file -> SourceFile.id(file.dataset(), file.file()),
                Collectors.mapping(SourceFile::key, Collectors.toList())));
  }

  /** Dataset and source id of the row in each delivery of the file. */
  private static List<String> rowIds(Correction correction, Map<String, List<String>> keys) {
    return keys
        .getOrDefault(SourceFile.id(correction.dataset(), correction.file()), List.of())
        .stream()
        .map(key -> SourceFile.id(correction.dataset(), key + "!" + correction.place()))
        .toList();
  }

  /** Delivered texts of the rows asked for, by field. */
  private static Map<String, Map<String, String>> delivered(
      RunContext run, List<CorrectionFiles.Entry> entries, Map<String, List<String>> keys) {
    Object[] ids =
        entries.stream().flatMap(entry -> rowIds(entry.correction(), keys).stream()).toArray();
    Map<String, Map<String, String>> delivered = new HashMap<>();
    if (ids.length > 0) {
      Object[] datasets = entries.stream().map(entry -> entry.correction().dataset()).toArray();
      rows(run, "bronze.cell", "sheet, cell", "map('', raw)")
          .unionByName(rows(run, "bronze.record", "sheet, line", "fields"))
          .unionByName(rows(run, "bronze.feature", "layer, feature", "fields"))
          .where(col("dataset").isin(datasets).and(col("id").isin(ids)))
          .collectAsList()
          .forEach(row -> delivered.put(row.getString(1), row.getJavaMap(2)));
    }
    return delivered;
  }

  private static Dataset<Row> rows(RunContext run, String table, String place, String fields) {
    return run.warehouse()
        .read(table)
        .selectExpr(
            "dataset",
            "concat(dataset, '/', concat_ws('!', source_key, %s)) AS id".formatted(place),
            fields + " AS fields");
  }

  /**
   * @param delivered texts of the row by field; null when it was not delivered
   */
  private static boolean fits(
      Correction correction, Contract contract, Map<String, String> delivered, RunContext run) {
    return delivered != null
        && isValue(correction.field(), contract, delivered, run)
        && text(delivered.get(correction.field())).equals(text(correction.delivered()));
  }

  /** A field that was left blank is not among the delivered ones, but the contract knows it. */
  private static boolean isValue(
      String field, Contract contract, Map<String, String> delivered, RunContext run) {
    return delivered.containsKey(field)
        || !delivered.containsKey(Corrections.CELL)
            && new FieldNames(
                    DatasetSpec.of(contract, run.schemas(), run.workspace().settings().crs())
                        .fields())
                .knows(field);
  }

  private static boolean isExpired(CorrectionFiles.Entry entry, RunContext run) {
    return entry.correction().expiresOn().isBefore(run.runDate());
  }

  /** Whether it is reviewed after the day whose knowledge counts. */
  private static boolean isPending(CorrectionFiles.Entry entry, RunContext run) {
    return entry.correction().reviewedOn().isAfter(run.runDate());
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  /** What is applied is a note on the file; what is not is for whoever keeps the corrections. */
  private void tell(
      Verdict verdict, String message, Map<String, Contract> contracts, IssueStore issues) {
    CorrectionFiles.Entry entry = verdict.entry();
    Correction correction = entry.correction();
    Map<String, String> values =
        Map.of(
            "file", correction.file(),
            "place", correction.place(),
            "field", correction.field(),
            "old", correction.delivered(),
            "new", correction.corrected(),
            "owner", correction.owner(),
            "reason", correction.reason(),
            "reviewed", correction.reviewed(),
            "expires", correction.expires());
    if (message.equals(APPLIED)) {
      String department = contracts.get(correction.dataset()).department();
      issues.add(
          issues.issue(
              "CORRECTION_APPLIED",
              department,
              correction.dataset(),
              correction.file(),
              correction.place(),
              values));
    } else if (!(lookingBack && message.equals(PENDING))) {
      issues.add(
          issues.issue(
              "CORRECTION_" + message.toUpperCase(Locale.ROOT),
              "",
              "",
              "corrections/" + entry.file(),
              "#" + entry.number(),
              values));
    }
  }

  private static Row row(Verdict verdict) {
    CorrectionFiles.Entry entry = verdict.entry();
    Correction correction = entry.correction();
    String id = verdict.id();
    return RowFactory.create(
        entry.file(),
        entry.number(),
        verdict.state(),
        correction.dataset(),
        correction.file(),
        correction.place(),
        id == null ? null : id.substring(correction.dataset().length() + 1),
        correction.field(),
        correction.delivered(),
        correction.corrected(),
        correction.owner(),
        correction.reason(),
        Date.valueOf(correction.reviewedOn()),
        Date.valueOf(correction.expiresOn()));
  }

  /** A new version of the table makes every conforming job run again. */
  private static void replaceIfChanged(RunContext run, List<Row> rows) {
    boolean same =
        run.warehouse().version(TABLE).isPresent()
            && new HashSet<>(run.warehouse().read(TABLE).collectAsList())
                .equals(new HashSet<>(rows));
    if (!same) {
      run.warehouse().replace(TABLE, run.warehouse().spark().createDataFrame(rows, SCHEMA));
    }
  }
}

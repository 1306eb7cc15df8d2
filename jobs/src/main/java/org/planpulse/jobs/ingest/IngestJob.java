package org.planpulse.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.ingest.crs.WktCrs;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.jobs.ingest.table.StatisticalTableReader;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Reads what lies in the landing folder and has not been read before into the bronze tables. */
public final class IngestJob implements Job {

  private static final String NAME = "ingest";
  private static final String SOURCE_FILE = "bronze.source_file";
  private static final Map<Form, String> TABLES =
      Map.of(
          Form.STATISTICAL_TABLE, "bronze.cell",
          Form.RECORD_TABLE, "bronze.record",
          Form.VECTOR_LAYER, "bronze.feature",
          Form.RASTER, "bronze.tile");

  /** What {@link #inputs} saw: the run reads the files whose fingerprint was taken. */
  private LandingZone seen;

  @Override
  public JobDescription describe() {
    return new JobDescription(
        NAME,
        new LocalText("读取交接文件", "Read the files handed over"),
        List.of(SOURCE_FILE),
        List.of(SOURCE_FILE, "bronze.cell", "bronze.record", "bronze.feature", "bronze.tile"));
  }

  @Override
  public Map<String, String> inputs(RunContext run) {
    Map<String, String> inputs = new TreeMap<>();
    seen = scan(run);
    seen.deliveries().forEach(file -> inputs.put("landing/" + file.file(), file.sha256()));
    for (Contract contract : run.schemas().contracts()) {
      inputs.put("contract/" + contract.id(), contract.version());
    }
    return inputs;
  }

  @Override
  public JobPlan plan(RunContext run) {
    Worklist work = worklist(run, scan(run));
    List<String> steps = new ArrayList<>();
    boolean chinese = run.workspace().settings().language() == Language.ZH;
    for (Assignment source : work.fresh()) {
      String name = chinese ? source.contract().name() : source.contract().nameEn();
      steps.add(
          (chinese ? "读取 " : "read ")
              + source.delivery().file()
              + " ("
              + source.contract().id()
              + " "
              + name
              + ", "
              + source.delivery().bytes()
              + (chinese ? " 字节)" : " bytes)"));
    }
    return new JobPlan(steps);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    LandingZone zone = seen == null ? scan(run) : seen;
    Worklist work = worklist(run, zone);
    reportZone(zone, issues);
    reportFiles(work, issues);
    new EarlierFindings(run.warehouse(), NAME).carryOver(work.done(), issues);
    Path staging = run.workspace().warehouse().resolve("ingest-staging");
    delete(staging);
    try {
      List<SourceFile> read = read(run, work, staging, issues);
      work.unknown().forEach(file -> read.add(SourceFile.unread(file, null, format(file))));
      issues.save();
      register(run, read);
      return new JobResult(counts(work, read));
    } finally {
      delete(staging);
    }
  }

  private static LandingZone scan(RunContext run) {
    try {
      return LandingZone.scan(
          run.workspace().landing(),
          run.workspace().warehouse().resolve("unpacked"),
          run.runDate());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + run.workspace().landing(), e);
    }
  }

  private static Worklist worklist(RunContext run, LandingZone zone) {
    Set<Worklist.Known> known = new HashSet<>();
    if (run.warehouse().version(SOURCE_FILE).isPresent()) {
      for (Row row :
          run.warehouse()
              .read(SOURCE_FILE)
              .select("source_key", "dataset", "contract_version")
              .collectAsList()) {
        known.add(new Worklist.Known(row.getString(0), row.getString(1), row.getString(2)));
      }
    }
    return Worklist.of(zone.deliveries(), run.schemas().contracts(), known);
  }

  private static List<SourceFile> read(
      RunContext run, Worklist work, Path staging, IssueStore issues) {
    StatisticalTableReader tables =
        new StatisticalTableReader(text -> run.schemas().units().find(text).isPresent());
    FileIngest ingest =
        new FileIngest(
            run.warehouse().spark(),
            tables,
            new WktCrs(run.schemas().crsNames()),
            run.workspace().settings().crs(),
            staging,
            new DocumentStore(run.workspace().warehouse()));
    Map<Form, Batch> batches = new EnumMap<>(Form.class);
    TABLES.forEach((form, table) -> batches.put(form, new Batch(table)));
    Map<Assignment, SourceFile> read = new LinkedHashMap<>();
    for (Assignment source : work.fresh()) {
      FileIngest.Result result = ingest.read(source, findings(source, issues));
      read.put(source, result.file());
      Batch batch = batches.get(source.contract().form());
      if (batch == null) {
        continue;
      }
      batch.source(source);
      if (result.rows() != null) {
        batch.add(source, result.rows());
      }
    }
    batches.values().forEach(batch -> write(run.warehouse(), batch, read, issues));
    return new ArrayList<>(read.values());
  }

  private static void write(
      Warehouse warehouse, Batch batch, Map<Assignment, SourceFile> read, IssueStore issues) {
    batch
        .write(warehouse)
        .forEach(
            source -> {
              findings(source, issues).add("FILE_DAMAGED", "", Map.of("detail", "content"));
              read.computeIfPresent(source, (key, file) -> file.withoutRows());
            });
    batch
        .counts(warehouse)
        .forEach(
            (source, loaded) -> {
              SourceFile file = read.get(source);
              if (file.rowsLoaded() != loaded) {
                findings(source, issues)
                    .add(
                        "ROWS_DIFFER",
                        "",
                        Map.of(
                            "expected", String.valueOf(file.rowsLoaded()),
                            "loaded", String.valueOf(loaded)));
                read.put(source, file.withLoaded(loaded));
              }
            });
  }

  /** Last of all, so that a source whose rows were not written counts as not read. */
  private static void register(RunContext run, List<SourceFile> read) {
    if (read.isEmpty()) {
      return;
    }
    List<String> conditions = read.stream().map(SourceFile::condition).toList();
    List<Row> rows = read.stream().map(SourceFile::row).toList();
    run.warehouse()
        .replaceWhere(
            SOURCE_FILE,
            String.join(" OR ", conditions),
            run.warehouse().spark().createDataFrame(rows, SourceFile.SCHEMA));
  }

  private static void reportZone(LandingZone zone, IssueStore issues) {
    for (String link : zone.refusedLinks()) {
      issues.add(issues.issue("FILE_LINK_REFUSED", "", "", link, "", Map.of()));
    }
    zone.refusedArchives()
        .forEach(
            (file, fault) ->
                issues.add(issues.issue(fault.code(), "", "", file, "", fault.values())));
    for (String line : zone.handoverFaults()) {
      String number = line.substring(0, line.indexOf(':'));
      issues.add(
          issues.issue(
              "HANDOVER_LINE_UNREADABLE",
              "",
              "",
              LandingZone.HANDOVER_LIST,
              number,
              Map.of("line", number)));
    }
    for (String file : zone.announced()) {
      issues.add(issues.issue("HANDOVER_FILE_ABSENT", "", "", file, "", Map.of()));
    }
  }

  private static void reportFiles(Worklist work, IssueStore issues) {
    for (Delivery file : work.unknown()) {
      issues.add(issues.issue("FILE_UNKNOWN", "", "", file.file(), "", Map.of()));
    }
    work.copies()
        .forEach(
            (copy, other) ->
                findings(copy, issues).add("FILE_DUPLICATE", "", Map.of("other", other)));
  }

  private static Findings findings(Assignment source, IssueStore issues) {
    return new Findings(issues, source.delivery(), source.contract());
  }

  private static FileFormat format(Delivery file) {
    try {
      return FileFormat.of(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.path(), e);
    }
  }

  private static Map<String, Long> counts(Worklist work, List<SourceFile> read) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files_read", (long) work.fresh().size());
    counts.put("files_known_before", (long) work.done().size());
    counts.put("files_unknown", (long) work.unknown().size());
    counts.put("rows_in", read.stream().mapToLong(SourceFile::rowsIn).sum());
    counts.put("rows_loaded", read.stream().mapToLong(SourceFile::rowsLoaded).sum());
    counts.put("rows_quarantined", read.stream().mapToLong(SourceFile::rowsQuarantined).sum());
    return counts;
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}

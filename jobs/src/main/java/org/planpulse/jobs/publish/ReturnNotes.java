package org.planpulse.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.reports.Format;
import org.planpulse.reports.ReportWriter;
import org.planpulse.reports.Subject;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.contract.Contract;

/**
 * What each department is asked to mend, from the issues and quarantined rows of the last run: a
 * workbook to sort and filter, the places as GeoJSON where there are any, and a letter.
 */
public final class ReturnNotes {

  /** The type of report that goes with the lists. */
  private static final String LETTER = "letter";

  private static final List<String> SEVERITIES = List.of("error", "warning");

  private final Workspace workspace;
  private final Schemas schemas;
  private final Language language;
  private final LocalDate day;
  private final GoldReader tables;
  private final Sentences sentences;

  public ReturnNotes(
      Workspace workspace,
      Schemas schemas,
      Language language,
      LocalDate day,
      QuerySession session) {
    this(workspace, schemas, language, day, new WarehouseReader(session));
  }

  ReturnNotes(
      Workspace workspace, Schemas schemas, Language language, LocalDate day, GoldReader tables) {
    this.workspace = workspace;
    this.schemas = schemas;
    this.language = language;
    this.day = day;
    this.tables = tables;
    this.sentences = new Sentences(schemas.sentences(), language);
  }

  /**
   * Writes the notes below {@code exports/returns/}, over those of the same day. A department whose
   * files cannot be written does not hold up the others.
   *
   * @param only key of the one department asked for; all when empty
   */
  public List<DepartmentNotes> write(Optional<String> only) {
    Map<String, List<ReturnLine>> byDepartment =
        lines().stream()
            .collect(
                Collectors.groupingBy(
                    ReturnLine::department, LinkedHashMap::new, Collectors.toList()));
    List<DepartmentNotes> written = new ArrayList<>();
    for (String department : schemas.departments().keySet()) {
      List<ReturnLine> lines = byDepartment.getOrDefault(department, List.of());
      if (!lines.isEmpty() && only.map(department::equals).orElse(true)) {
        written.add(write(department, lines));
      }
    }
    return written;
  }

  private DepartmentNotes write(String department, List<ReturnLine> lines) {
    String name = schemas.departments().get(department).name().in(language);
    Path folder = workspace.exports().resolve("returns");
    String stem = schemas.departments().get(department).name().zh() + "-" + day;
    Path letter = folder.resolve(stem + ".pdf");
    List<Path> files = new ArrayList<>();
    Optional<OperatorError> failure = Optional.empty();
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(letter); // one that is not written anew tells of other lists
      files.add(new ReturnWorkbook(sentences).write(lines, folder.resolve(stem + ".xlsx")));
      ReturnPlaces.write(places(department), lines, folder.resolve(stem + ".geojson"))
          .ifPresent(files::add);
      List<String> attachments = files.stream().map(file -> file.getFileName().toString()).toList();
      files.add(write(note(name, lines, attachments), letter));
    } catch (RuntimeException fault) {
      failure = Optional.of(ReportFault.of(name, fault));
    } catch (IOException e) {
      failure = Optional.of(ReportFault.of(name, new UncheckedIOException(e)));
    }
    return new DepartmentNotes(
        name, count(lines, "error"), count(lines, "warning"), files, failure);
  }

  private Path write(ReturnNote note, Path letter) {
    return new ReportWriter(schemas.sentences())
        .write(schemas.reportTypes().get(LETTER), Subject.department(note), Format.PDF, letter);
  }

  /** Every issue with a department, and every quarantined row that no issue lists by itself. */
  private List<ReturnLine> lines() {
    return tables
        .rows(
            """
            SELECT i.severity, i.code, i.department, i.dataset, i.file, i.place,
                   i.message_%1$s AS message, i.remedy_%1$s AS remedy, i.first_seen, q.raw
            FROM ops.data_issue i
            LEFT JOIN (SELECT dataset, file, place, code, min(raw) AS raw FROM ops.quarantine
                       GROUP BY ALL) q
              ON q.dataset = i.dataset AND q.file = i.file AND q.place = i.place AND q.code = i.code
            WHERE i.severity IN ('error', 'warning') AND i.department <> ''
            UNION ALL
            SELECT 'error', q.code, '', q.dataset, q.file, q.place, q.message_%1$s, '', NULL, q.raw
            FROM ops.quarantine q
            WHERE NOT EXISTS (
              SELECT 1 FROM ops.data_issue i
              WHERE i.dataset = q.dataset AND i.file = q.file AND i.place = q.place
                AND i.code = q.code)
            ORDER BY dataset, file, place, code
            """
                .formatted(language.code()))
        .stream()
        .map(this::line)
        .filter(line -> SEVERITIES.contains(line.severity()))
        .toList();
  }

  private ReturnLine line(GoldReader.GoldRow row) {
    Optional<Contract> contract =
        schemas.contracts().stream()
            .filter(known -> known.id().equals(row.text("dataset")))
            .findFirst();
    var kind = schemas.issueKinds().get(row.text("code"));
    String department = row.text("department");
    return new ReturnLine(
        kind == null ? row.text("severity") : kind.severity(),
        row.text("code"),
        department.isEmpty() ? contract.map(Contract::department).orElse("") : department,
        contract.map(known -> new LocalText(known.name(), known.nameEn()).in(language)).orElse(""),
        text(row, "dataset"),
        text(row, "file"),
        text(row, "place"),
        text(row, "message"),
        text(row, "remedy").isEmpty() && kind != null
            ? kind.remedy().in(language)
            : text(row, "remedy"),
        text(row, "first_seen"),
        text(row, "raw"));
  }

  private static String text(GoldReader.GoldRow row, String column) {
    String text = row.text(column);
    return text == null ? "" : text;
  }

  /**
   * Delivered shapes of the features that issues or quarantined rows name; of faults of the parcel
   * cover the overlaps, gaps and slivers themselves.
   */
  private List<GoldReader.GoldRow> places(String department) {
    return tables.rows(
        """
        SELECT s.file, f.dataset, f.layer || '!' || f.feature AS place, f.crs, f.geometry,
               f.layer, f.feature
        FROM bronze.feature f
        JOIN bronze.source_file s ON s.source_key = f.source_key AND s.dataset = f.dataset
        JOIN (SELECT dataset, file, place FROM ops.data_issue
              UNION SELECT dataset, file, place FROM ops.quarantine) p
          ON p.dataset = f.dataset AND p.file = s.file
         AND p.place = f.layer || '!' || f.feature
        WHERE s.department = '%1$s'
        UNION ALL
        SELECT t.file, t.dataset, t.place, 'EPSG:4490', t.geometry, t.place, 0
        FROM gold.topology_finding t
        WHERE t.kind <> 'sliver'
          AND t.dataset IN (SELECT dataset FROM bronze.source_file WHERE department = '%1$s')
        ORDER BY file, layer, feature
        """
            .formatted(department));
  }

  private ReturnNote note(String name, List<ReturnLine> lines, List<String> attachments) {
    Map<String, List<ReturnLine>> kinds =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.code() + line.dataset(), LinkedHashMap::new, Collectors.toList()));
    return new ReturnNote(
        language,
        schemas.plans().get(workspace.settings().plan()).city().name().in(language),
        name,
        day.toString(),
        workspace.settings().sampleData(),
        count(lines, "error"),
        count(lines, "warning"),
        kinds.values().stream()
            .sorted(
                Comparator.comparing((List<ReturnLine> kind) -> kind.get(0).severity())
                    .thenComparing(kind -> -kind.size()))
            .map(this::kind)
            .toList(),
        attachments);
  }

  private ReturnNote.Kind kind(List<ReturnLine> lines) {
    ReturnLine first = lines.get(0);
    return new ReturnNote.Kind(
        sentences.say("severity." + first.severity()),
        first.datasetName(),
        first.message(),
        first.place().isEmpty() ? first.file() : first.file() + " " + first.place(),
        first.remedy(),
        lines.size());
  }

  private static long count(List<ReturnLine> lines, String severity) {
    return lines.stream().filter(line -> line.severity().equals(severity)).count();
  }
}

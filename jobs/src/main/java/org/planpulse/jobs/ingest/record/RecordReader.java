package org.planpulse.jobs.ingest.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LostText;
import org.planpulse.jobs.ingest.workbook.SheetGrid;
import org.planpulse.jobs.ingest.workbook.Workbooks;
import org.planpulse.schemas.contract.Contract;

/** Reads lists, one record a line, from delimited text or workbooks. */
public final class RecordReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Contract contract;
  private final Findings findings;

  public RecordReader(Contract contract, Findings findings) {
    this.contract = contract;
    this.findings = findings;
  }

  /**
   * What a file gave.
   *
   * @param charset empty for workbooks
   * @param rowsIn records met, the quarantined ones included
   */
  public record Reading(List<SourceRecord> records, Optional<String> charset, long rowsIn) {}

  /**
   * @param name of the file, which stands for the sheet
   * @throws FileFault when no header row is found or quoting is broken
   */
  public Reading readText(Path file, String name) throws IOException, FileFault {
    TextCharset charset = TextCharset.of(file);
    RecordSheet sheet = new DelimitedText(file, charset).read(name);
    Reading reading = read(List.of(sheet), Optional.of(charset.charset().name()));
    if (charset.damaged()) {
      reportLost(name, reading.records());
    }
    return reading;
  }

  /**
   * @param file a DBF that belongs to no shapefile
   * @throws FileFault when the file is damaged or has none of the columns
   */
  public Reading readDbf(Path file, String name) throws IOException, FileFault {
    DbfTable table = DbfTable.read(file);
    Reading reading =
        read(List.of(RecordSheet.of(table, name)), Optional.of(table.charset().name()));
    if (table.damaged()) {
      reportLost(name, reading.records());
    }
    if (table.uncounted() > 0) {
      findings.add("RECORDS_UNCOUNTED", name, Map.of("count", String.valueOf(table.uncounted())));
    }
    return reading;
  }

  /**
   * Reads the sheets the contract names, or all.
   *
   * @throws FileFault when no sheet has a header row, or the workbook does not open
   */
  public Reading readWorkbook(Path file) throws FileFault {
    List<RecordSheet> sheets = new ArrayList<>();
    for (SheetGrid grid : Workbooks.sheets(file, findings)) {
      if (contract.layer().isEmpty() || contract.layer().get().matcher(grid.name()).matches()) {
        sheets.add(RecordSheet.of(grid));
      }
    }
    return read(sheets, Optional.empty());
  }

  private Reading read(List<RecordSheet> sheets, Optional<String> charset) throws FileFault {
    List<SourceRecord> records = new ArrayList<>();
    long quarantinedBefore = findings.quarantined();
    boolean headed = false;
    for (RecordSheet sheet : sheets) {
      Optional<HeaderRow> header = HeaderRow.find(sheet, contract);
      if (header.isPresent()) {
        headed = true;
        records.addAll(records(sheet, header.get()));
        reportOpenEnd(sheet);
      } else if (!sheet.lines().isEmpty() && sheets.size() > 1) {
        findings.add("SHEET_WITHOUT_TABLE", sheet.name(), Map.of("sheet", sheet.name()));
      }
    }
    if (!headed) {
      throw new FileFault("HEADER_NOT_FOUND", Map.of("expected", expected()));
    }
    long quarantined = findings.quarantined() - quarantinedBefore;
    return new Reading(records, charset, records.size() + quarantined);
  }

  private void reportOpenEnd(RecordSheet sheet) {
    if (sheet.open()) {
      String last = String.valueOf(sheet.lines().get(sheet.lines().size() - 1).number());
      findings.add("LAST_LINE_OPEN", sheet.name() + "!" + last, Map.of("line", last));
    }
  }

  private String expected() {
    return String.join("、", contract.columns().stream().map(column -> column.label()).toList());
  }

  private List<SourceRecord> records(RecordSheet sheet, HeaderRow header) {
    List<SourceRecord> records = new ArrayList<>();
    for (RecordSheet.Line line : sheet.lines().subList(header.index() + 1, sheet.lines().size())) {
      if (line.blank()) {
        continue;
      }
      if (beyond(line, header)) {
        quarantine(sheet, line, header, "RECORD_TOO_LONG");
      } else if (isCut(line, sheet, header)) {
        quarantine(sheet, line, header, "RECORD_CUT");
      } else {
        records.add(new SourceRecord(sheet.name(), line.number(), fields(line, header)));
      }
    }
    return records;
  }

  /** The half of a figure would pass for a whole one. */
  private static boolean isCut(RecordSheet.Line line, RecordSheet sheet, HeaderRow header) {
    return sheet.open()
        && line == sheet.lines().get(sheet.lines().size() - 1)
        && line.texts().size() < header.headings().size();
  }

  private static Map<String, String> fields(RecordSheet.Line line, HeaderRow header) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(line.texts().size(), header.headings().size()); i++) {
      String text = line.texts().get(i).strip();
      if (!text.isEmpty()) {
        fields.put(header.headings().get(i), text);
      }
    }
    return fields;
  }

  /** Text behind the last heading shows that a delimiter too many has moved the fields. */
  private static boolean beyond(RecordSheet.Line line, HeaderRow header) {
    return line.texts().stream().skip(header.headings().size()).anyMatch(text -> !text.isBlank());
  }

  private void quarantine(RecordSheet sheet, RecordSheet.Line line, HeaderRow header, String code) {
    findings.quarantine(
        sheet.name(),
        String.valueOf(line.number()),
        json(line.texts()),
        code,
        Map.of(
            "line", String.valueOf(line.number()),
            "fields", String.valueOf(line.texts().size()),
            "headings", String.valueOf(header.headings().size())));
  }

  private static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of strings always has a JSON form", e);
    }
  }

  private void reportLost(String part, List<SourceRecord> records) {
    LostText lost = new LostText();
    for (SourceRecord record : records) {
      record
          .fields()
          .forEach(
              (heading, text) -> {
                if ((heading + text).indexOf(LostText.REPLACEMENT) >= 0) {
                  lost.note(heading, record.line());
                }
              });
    }
    lost.report(part, findings);
  }
}

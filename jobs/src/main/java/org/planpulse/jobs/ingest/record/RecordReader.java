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
import java.util.Set;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LostText;
import org.planpulse.jobs.ingest.workbook.RowWorkbook;
import org.planpulse.jobs.ingest.workbook.Workbooks;
import org.planpulse.schemas.contract.Contract;

/**
 * Reads lists, one record a line, from delimited text, workbooks or DBF. Goes once through the
 * file; memory does not grow with the records. One reader reads one file.
 */
public final class RecordReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Contract contract;
  private final Findings findings;
  private final RecordSink records;
  private final Set<String> known;
  private final LostText lost = new LostText();
  private final List<Refused> refused = new ArrayList<>();
  private long read;

  public RecordReader(Contract contract, Findings findings, RecordSink records) {
    this.contract = contract;
    this.findings = findings;
    this.records = records;
    this.known = HeaderRow.known(contract);
  }

  /**
   * What a file gave.
   *
   * @param charset empty for workbooks
   * @param rowsIn records met, the quarantined ones included
   */
  public record Reading(Optional<String> charset, long rowsIn) {}

  /** How a sheet went. */
  private enum Outcome {
    READ,
    WITHOUT_HEADER,
    EMPTY
  }

  /**
   * @param code why
   */
  private record Refused(String sheet, Line line, int headings, String code) {}

  /**
   * @param name of the file, which stands for the sheet
   * @throws FileFault when no header row is found or quoting is broken
   */
  public Reading readText(Path file, String name) throws IOException, FileFault {
    TextCharset charset = TextCharset.of(file);
    try (Lines lines = new DelimitedText(file, charset)) {
      return readFile(name, lines, charset.charset().name(), charset.damaged());
    }
  }

  /**
   * @param file a DBF that belongs to no shapefile
   * @throws FileFault when the file is damaged or has none of the columns
   */
  public Reading readDbf(Path file, String name) throws IOException, FileFault {
    DbfTable table = DbfTable.of(file);
    try (Lines lines = new DbfLines(table)) {
      Reading reading = readFile(name, lines, table.charset().name(), table.damaged());
      if (table.uncounted() > 0) {
        findings.add("RECORDS_UNCOUNTED", name, Map.of("count", String.valueOf(table.uncounted())));
      }
      return reading;
    }
  }

  /**
   * Reads the sheets the contract names, or all. In a sheet no delimiter can be too many, so texts
   * behind the last heading are remarks.
   *
   * @param staging folder that may be used while reading
   * @throws FileFault when no sheet has a header row, or the workbook does not open
   */
  public Reading readWorkbook(Path file, Path staging) throws IOException, FileFault {
    List<String> headless = new ArrayList<>();
    boolean headed = false;
    List<String> sheets;
    try (RowWorkbook workbook = Workbooks.rows(file, staging, findings)) {
      sheets = workbook.sheets().stream().filter(this::isWanted).toList();
      for (String sheet : sheets) {
        try (Lines lines = new WorkbookLines(workbook.rows(sheet))) {
          Outcome outcome = read(sheet, lines, true, false);
          headed |= outcome == Outcome.READ;
          if (outcome == Outcome.WITHOUT_HEADER) {
            headless.add(sheet);
          }
        }
      }
    }
    if (sheets.size() > 1) {
      headless.forEach(sheet -> findings.add("SHEET_WITHOUT_TABLE", sheet, Map.of("sheet", sheet)));
    }
    return reading(headed, Optional.empty());
  }

  private boolean isWanted(String sheet) {
    return contract.layer().isEmpty() || contract.layer().get().matcher(sheet).matches();
  }

  private Reading readFile(String name, Lines lines, String charset, boolean damaged)
      throws IOException, FileFault {
    Outcome outcome = read(name, lines, false, damaged);
    Reading reading = reading(outcome == Outcome.READ, Optional.of(charset));
    lost.report(name, findings);
    return reading;
  }

  /** Rows are kept back only now, when nothing can go wrong with the file any more. */
  private Reading reading(boolean headed, Optional<String> charset) throws FileFault {
    if (!headed) {
      throw new FileFault("HEADER_NOT_FOUND", Map.of("expected", expected()));
    }
    refused.forEach(this::quarantine);
    return new Reading(charset, read + refused.size());
  }

  private String expected() {
    return String.join("、", contract.columns().stream().map(column -> column.label()).toList());
  }

  private Outcome read(String sheet, Lines lines, boolean remarks, boolean damaged)
      throws IOException, FileFault {
    HeaderRow header = null;
    Outcome outcome = Outcome.EMPTY;
    boolean open = lines.open();
    Line last = null;
    Line line = lines.next();
    while (line != null) {
      Line next = lines.next();
      if (header != null && open && next == null && isCut(line, header)) {
        refuse(sheet, line, header, "RECORD_CUT");
      } else if (header != null) {
        take(sheet, line, header, remarks, damaged);
      } else if (HeaderRow.isHeader(line, known)) {
        header = HeaderRow.of(line);
        outcome = Outcome.READ;
      } else {
        outcome = Outcome.WITHOUT_HEADER;
      }
      last = line;
      line = next;
    }
    if (open && header != null) {
      String number = String.valueOf(last.number());
      findings.add("LAST_LINE_OPEN", sheet + "!" + number, Map.of("line", number));
    }
    return outcome;
  }

  /** The half of a figure would pass for a whole one. */
  private static boolean isCut(Line line, HeaderRow header) {
    return line.texts().size() < header.headings().size()
        && line.texts().stream().anyMatch(text -> !text.isBlank());
  }

  private void refuse(String sheet, Line line, HeaderRow header, String code) {
    refused.add(new Refused(sheet, line, header.headings().size(), code));
  }

  private void take(String sheet, Line line, HeaderRow header, boolean remarks, boolean damaged)
      throws IOException {
    if (!remarks && isBeyond(line, header)) {
      refuse(sheet, line, header, "RECORD_TOO_LONG");
      return;
    }
    Map<String, String> fields = fields(line, header);
    if (fields.isEmpty()) {
      return;
    }
    SourceRecord record = new SourceRecord(sheet, line.number(), fields);
    if (damaged) {
      noteLost(record);
    }
    records.add(record);
    read++;
  }

  /** Text behind the last heading shows that a delimiter too many has moved the fields. */
  private static boolean isBeyond(Line line, HeaderRow header) {
    return line.texts().stream().skip(header.headings().size()).anyMatch(text -> !text.isBlank());
  }

  private static Map<String, String> fields(Line line, HeaderRow header) {
    Map<String, String> fields = new LinkedHashMap<>();
    int width = Math.max(line.width(), header.headings().size());
    for (int i = 0; i < Math.min(line.texts().size(), width); i++) {
      String text = line.texts().get(i).strip();
      if (!text.isEmpty()) {
        fields.put(header.heading(i), text);
      }
    }
    return fields;
  }

  private void quarantine(Refused rejected) {
    Line line = rejected.line();
    findings.quarantine(
        rejected.sheet(),
        String.valueOf(line.number()),
        json(line.texts()),
        rejected.code(),
        Map.of(
            "line", String.valueOf(line.number()),
            "fields", String.valueOf(line.texts().size()),
            "headings", String.valueOf(rejected.headings())));
  }

  private static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of strings always has a JSON form", e);
    }
  }

  private void noteLost(SourceRecord record) {
    record
        .fields()
        .forEach(
            (heading, text) -> {
              if ((heading + text).indexOf(LostText.REPLACEMENT) >= 0) {
                lost.note(heading, record.line());
              }
            });
  }
}

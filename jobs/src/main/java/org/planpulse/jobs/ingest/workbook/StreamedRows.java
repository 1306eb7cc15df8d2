package org.planpulse.jobs.ingest.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;

/** Rows of a sheet of an .xlsx with what merged regions cover and without what is hidden. */
final class StreamedRows implements SheetRows {

  private final String sheet;
  private final SheetCells cells;
  private final MergedTexts merged;
  private final Findings findings;
  private final HiddenCells hidden = new HiddenCells();
  private final BitSet hiddenRows = new BitSet();
  private SheetCells.CellRow ahead;
  private int row;
  private boolean reported;

  StreamedRows(String sheet, SheetCells cells, MergedTexts merged, Findings findings)
      throws IOException, XMLStreamException {
    this.sheet = sheet;
    this.cells = cells;
    this.merged = merged;
    this.findings = findings;
    readAhead();
  }

  @Override
  public SheetRow next() throws FileFault {
    try {
      while (ahead != null) {
        SheetRow next = visible(step());
        row++;
        if (next != null) {
          return next;
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // POI reports damaged content by many unchecked exceptions, none of them shared.
      throw Workbooks.damaged(e);
    }
    if (!reported) {
      Workbooks.reportHidden(sheet, hidden, findings);
      reported = true;
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    cells.close();
  }

  /** Texts of the row to look at now: the next with a text, or before it one a region covers. */
  private List<String> step() throws IOException, XMLStreamException {
    if (row < ahead.row() && merged.reach(row)) {
      return new ArrayList<>();
    }
    row = ahead.row();
    List<String> texts = ahead.texts();
    readAhead();
    return texts;
  }

  private SheetRow visible(List<String> texts) throws FileFault {
    merged.spread(row, texts);
    if (isBlank(texts)) {
      return null;
    }
    if (hiddenRows.get(row)) {
      hidden.row(row);
      return null;
    }
    hideColumns(texts);
    return isBlank(texts) ? null : new SheetRow(row, texts, width(texts));
  }

  private void hideColumns(List<String> texts) {
    BitSet columns = cells.hiddenColumns();
    for (int i = columns.nextSetBit(0); i >= 0 && i < texts.size(); i = columns.nextSetBit(i + 1)) {
      if (!texts.get(i).isEmpty()) {
        hidden.column(i);
        texts.set(i, "");
      }
    }
  }

  private int width(List<String> texts) {
    int width = texts.size();
    while (width > 0 && (texts.get(width - 1).isEmpty() || merged.covers(row, width - 1))) {
      width--;
    }
    return width;
  }

  private static boolean isBlank(List<String> texts) {
    return texts.stream().allMatch(String::isEmpty);
  }

  /** Goes on to the next row with a text of its own: regions do not reach beyond the last. */
  private void readAhead() throws IOException, XMLStreamException {
    do {
      ahead = cells.next();
      if (ahead != null && ahead.hidden()) {
        hiddenRows.set(ahead.row());
      }
    } while (ahead != null && ahead.texts().isEmpty());
  }
}

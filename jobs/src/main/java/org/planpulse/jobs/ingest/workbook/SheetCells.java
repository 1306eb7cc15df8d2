package org.planpulse.jobs.ingest.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.StylesTable;

/** The cells of a sheet of an .xlsx, row by row as its XML has them. */
final class SheetCells implements Closeable {

  /**
   * @param row from 0
   * @param texts from the first column on, blank where there is nothing to see
   */
  record CellRow(int row, boolean hidden, List<String> texts) {}

  private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

  private final InputStream part;
  private final XMLStreamReader xml;
  private final StylesTable styles;
  private final SharedTexts shared;
  private final boolean date1904;
  private final CellText cellText = new CellText();
  private final BitSet hiddenColumns = new BitSet();
  private int row = -1;

  SheetCells(InputStream part, StylesTable styles, SharedTexts shared, boolean date1904)
      throws XMLStreamException {
    this.part = part;
    this.xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
    this.styles = styles;
    this.shared = shared;
    this.date1904 = date1904;
  }

  /** The next row, blank ones included; null at the end. */
  CellRow next() throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("row")) {
          return row();
        }
        if (xml.getLocalName().equals("col") && isTrue("hidden")) {
          hiddenColumns.set(
              number("min", 1) - 1, Math.min(number("max", 1), LIMITS.getMaxColumns()));
        }
      }
    }
    return null;
  }

  /** Known from the first row on. */
  BitSet hiddenColumns() {
    return hiddenColumns;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  private CellRow row() throws XMLStreamException, IOException {
    row = checked(number("r", row + 2) - 1, LIMITS.getLastRowIndex());
    boolean hidden = isTrue("hidden");
    List<String> texts = new ArrayList<>();
    int column = -1;
    for (int event = xml.next(); !ends(event, "row"); event = xml.next()) {
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        checked(column, LIMITS.getLastColumnIndex());
        String text = cell();
        if (!GridCell.blank(text)) {
          while (texts.size() < column) {
            texts.add("");
          }
          set(texts, column, text);
        }
      }
    }
    return new CellRow(row, hidden, texts);
  }

  private static int checked(int index, int last) {
    if (index < 0 || index > last) {
      throw new IllegalArgumentException("row or column " + index);
    }
    return index;
  }

  private static void set(List<String> texts, int column, String text) {
    if (column < texts.size()) {
      texts.set(column, text);
    } else {
      texts.add(text);
    }
  }

  private String cell() throws XMLStreamException, IOException {
    String type = xml.getAttributeValue(null, "t");
    int style = number("s", 0);
    String text = "";
    for (int event = xml.next(); !ends(event, "c"); event = xml.next()) {
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> text = value(type == null ? "n" : type, xml.getElementText(), style);
          case "is" -> text = RichText.read(xml);
          default -> {}
        }
      }
    }
    return text;
  }

  private String value(String type, String raw, int style) throws IOException {
    if (raw.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" -> shared.get(Integer.parseInt(raw));
      case "b" -> CellText.of(raw.equals("1"));
      case "n" ->
          cellText.number(
              Double.parseDouble(raw), styles == null ? null : styles.getStyleAt(style), date1904);
      default -> RichText.decoded(raw);
    };
  }

  private int number(String attribute, int absent) {
    String text = xml.getAttributeValue(null, attribute);
    return text == null ? absent : Integer.parseInt(text);
  }

  private boolean isTrue(String attribute) {
    String text = xml.getAttributeValue(null, attribute);
    return "1".equals(text) || "true".equals(text);
  }

  private boolean ends(int event, String element) {
    return event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element);
  }
}

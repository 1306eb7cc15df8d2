package org.planpulse.jobs.ingest.workbook;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** The plain text of a cell's {@code is} or a shared text's {@code si} element. */
final class RichText {

  private RichText() {}

  /** Reads to the end of the element the reader stands at; phonetic readings are left out. */
  static String read(XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    for (int event = xml.next(); ; event = xml.next()) {
      if (event == XMLStreamReader.START_ELEMENT) {
        phonetic |= xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals("t") && !phonetic) {
          text.append(xml.getElementText());
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        phonetic &= !xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals(element)) {
          return decoded(text.toString());
        }
      }
    }
  }

  /** Characters that XML cannot hold are written as {@code _x000D_}. */
  static String decoded(String text) {
    return text.contains("_x") ? new XSSFRichTextString(text).getString() : text;
  }
}

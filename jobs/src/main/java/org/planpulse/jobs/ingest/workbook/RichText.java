package org.planpulse.jobs.ingest.workbook;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** The plain text of a cell's {@code is} or a shared text's {@code si} element. */
final class RichText {

  /** What a formula such as LEFT leaves of a character that takes two. */
  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

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
    return text.contains("_x")
        ? HALF_PAIR.matcher(new XSSFRichTextString(text).getString()).replaceAll("\ufffd")
        : text;
  }
}

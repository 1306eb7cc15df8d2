package org.planpulse.jobs.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Finds the merged regions of a sheet of an .xlsx. They stand behind its cells, but have to be
 * known before: looking for their bytes takes a small part of the time that parsing twice would.
 */
final class MergedRegions {

  private static final byte[] ELEMENT = "mergeCell".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern REFERENCE = Pattern.compile("\\sref\\s*=\\s*[\"']([^\"']+)[\"']");

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  private MergedRegions(InputStream in) {
    this.in = in;
  }

  /** By their first row. */
  static List<CellRangeAddress> of(InputStream sheet) throws IOException {
    try (sheet) {
      List<CellRangeAddress> regions = new MergedRegions(sheet).find();
      regions.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
      return regions;
    }
  }

  private List<CellRangeAddress> find() throws IOException {
    List<CellRangeAddress> regions = new ArrayList<>();
    int before = '<';
    for (int now = read(); now >= 0; now = read()) {
      boolean begins = now == ELEMENT[0] && (before == '<' || before == ':');
      if (begins && isElement()) {
        Matcher reference = REFERENCE.matcher(attributes());
        if (reference.find()) {
          regions.add(CellRangeAddress.valueOf(reference.group(1)));
        }
      }
      before = now;
    }
    return regions;
  }

  /** Whether the name goes on as it began; none of its letters begins another. */
  private boolean isElement() throws IOException {
    for (int i = 1; i < ELEMENT.length; i++) {
      if (read() != ELEMENT[i]) {
        return false;
      }
    }
    return true;
  }

  private String attributes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int now = read(); now >= 0 && now != '>'; now = read()) {
      text.append((char) now);
    }
    return text.toString();
  }

  private int read() throws IOException {
    if (at == end) {
      end = in.read(buffer);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }
}

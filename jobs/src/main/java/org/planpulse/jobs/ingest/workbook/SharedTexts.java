package org.planpulse.jobs.ingest.workbook;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * The texts that cells of an .xlsx refer to by number. The first of them, headings and categories,
 * stay in memory; the others lie in a file, and eight bytes for each in memory.
 */
final class SharedTexts implements Closeable {

  /** What the texts held in memory may take. */
  private static final long MEMORY_BYTES = 64L << 20;

  /** An object and an array besides the characters. */
  private static final int TEXT_OVERHEAD = 56;

  private static final int WINDOW_BYTES = 1 << 16;

  private final List<String> near = new ArrayList<>();
  private final Path file;
  private long[] ends = new long[1024];
  private int far;
  private RandomAccessFile texts;
  private byte[] window = new byte[0];
  private long windowAt;

  private SharedTexts(Path file) {
    this.file = file;
  }

  /**
   * @param part null in a workbook without shared texts
   * @param file to be used when they are many
   */
  static SharedTexts read(InputStream part, Path file) throws IOException, XMLStreamException {
    return part == null ? new SharedTexts(file) : read(part, file, MEMORY_BYTES);
  }

  static SharedTexts read(InputStream part, Path file, long memoryBytes)
      throws IOException, XMLStreamException {
    SharedTexts shared = new SharedTexts(file);
    try (part) {
      shared.read(part, memoryBytes);
    }
    return shared;
  }

  /**
   * @throws IndexOutOfBoundsException when there are fewer
   */
  String get(int number) throws IOException {
    if (number < near.size()) {
      return near.get(number);
    }
    int index = number - near.size();
    if (index >= far) {
      throw new IndexOutOfBoundsException(number);
    }
    long start = index == 0 ? 0 : ends[index - 1];
    return text(start, (int) (ends[index] - start));
  }

  @Override
  public void close() throws IOException {
    if (texts != null) {
      texts.close();
      Files.delete(file);
    }
  }

  private void read(InputStream part, long memoryBytes) throws IOException, XMLStreamException {
    XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
    for (long memory = 0; memory < memoryBytes; ) {
      String text = next(xml);
      if (text == null) {
        return;
      }
      near.add(text);
      memory += TEXT_OVERHEAD + 2L * text.length();
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      long end = 0;
      for (String text = next(xml); text != null; text = next(xml)) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        end += bytes.length;
        add(end);
      }
    }
    texts = new RandomAccessFile(file.toFile(), "r");
  }

  private static String next(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
        return RichText.read(xml);
      }
    }
    return null;
  }

  private void add(long end) {
    if (far == ends.length) {
      ends = Arrays.copyOf(ends, far + far / 2);
    }
    ends[far++] = end;
  }

  /** Cells mostly refer to texts in the texts' own order, so one look at the file serves many. */
  private String text(long start, int length) throws IOException {
    if (start < windowAt || start + length > windowAt + window.length) {
      int bytes = (int) Math.min(Math.max(length, WINDOW_BYTES), texts.length() - start);
      window = new byte[bytes];
      windowAt = start;
      texts.seek(start);
      texts.readFully(window);
    }
    return new String(window, (int) (start - windowAt), length, StandardCharsets.UTF_8);
  }
}

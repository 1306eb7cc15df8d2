package org.planpulse.samples.department;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.samples.DemoCity;

/** Yearly figures from a data file: items as rows, years as columns. */
final class Figures {

  private final Map<String, String> byItemAndYear = new HashMap<>();

  private Figures() {}

  static Figures read(String resource) {
    Figures figures = new Figures();
    List<String[]> lines = lines(resource);
    String[] header = lines.get(0);
    for (String[] line : lines.subList(1, lines.size())) {
      for (int i = 2; i < line.length; i++) {
        figures.byItemAndYear.put(line[0] + header[i], line[i]);
      }
    }
    return figures;
  }

  /** As written: a number, a symbol, or an empty text when not known. */
  String at(String item, int year) {
    String figure = byItemAndYear.get(item + year);
    if (figure == null) {
      throw new IllegalArgumentException("no figure " + item + " of " + year);
    }
    return figure;
  }

  /** The comma-separated lines of a data file without its comments. */
  static List<String[]> lines(String resource) {
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                DemoCity.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line.split(",", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}

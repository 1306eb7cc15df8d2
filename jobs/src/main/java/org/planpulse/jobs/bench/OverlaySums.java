package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an overlay came to: m2 by layer, zone, unit and land class. Land of units as such is under
 * the layer {@value #LAND}, all parcels are under {@value #PARCELS}.
 */
record OverlaySums(SortedMap<Key, Double> squareMetres) {

  static final String LAND = "";
  static final String PARCELS = "*";

  /** The names of one sum. */
  record Key(String layer, String zone, String unit, String landClass) implements Comparable<Key> {

    static final Key ALL_PARCELS = new Key(PARCELS, "", "", "");

    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return String.join(",", layer, zone, unit, landClass);
    }
  }

  static OverlaySums ofHundredths(Map<Key, Long> hundredths) {
    SortedMap<Key, Double> sums = new TreeMap<>();
    hundredths.forEach((key, sum) -> sums.put(key, sum / 100.0));
    return new OverlaySums(sums);
  }

  static OverlaySums read(Path file) throws IOException {
    SortedMap<Key, Double> sums = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.replace("\"", "").split(",", -1);
      sums.merge(
          new Key(cells[0], cells[1], cells[2], cells[3]), Double.valueOf(cells[4]), Double::sum);
    }
    return new OverlaySums(Collections.unmodifiableSortedMap(sums));
  }

  void write(Path file) throws IOException {
    List<String> lines =
        squareMetres.entrySet().stream().map(sum -> sum.getKey() + "," + sum.getValue()).toList();
    Files.write(file, lines);
  }

  /**
   * How far from the parcels' area is the land of all units, and the land of the layer that covers
   * everything: the larger of the two, m2.
   */
  double closureError(String coveringLayer) {
    double parcels = squareMetres.get(Key.ALL_PARCELS);
    Map<String, Double> layers =
        squareMetres.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    sum -> sum.getKey().layer(), Collectors.summingDouble(Entry::getValue)));
    return Math.max(
        Math.abs(layers.get(LAND) - parcels), Math.abs(layers.get(coveringLayer) - parcels));
  }

  /** The largest difference between sums of the same names, as a share of all parcels. */
  double largestDifference(OverlaySums other) {
    double parcels = squareMetres.get(Key.ALL_PARCELS);
    SortedMap<Key, Double> differences = new TreeMap<>(squareMetres);
    other.squareMetres.forEach((key, sum) -> differences.merge(key, -sum, Double::sum));
    return differences.values().stream().mapToDouble(Math::abs).max().orElse(0) / parcels;
  }
}

package org.planpulse.jobs.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** XML that grows without end or fetches what it should not. */
final class HostileXml {

  static final String BOMB =
      "<!DOCTYPE x [<!ENTITY a \"%s\">%s]>"
          .formatted(
              "ha".repeat(50),
              IntStream.range(0, 9)
                  .mapToObj(i -> laugh((char) ('b' + i), (char) ('a' + i)))
                  .collect(Collectors.joining()));
  static final String FETCHING = "<!DOCTYPE x [<!ENTITY j SYSTEM \"file:///etc/hostname\">]>";

  private HostileXml() {}

  /** A KML of three placemarks with something before the root and something in the second. */
  static DamagedCase kml(String damage, String prologue, String element) {
    List<String> placemarks =
        List.of(
            GoodFiles.placemark(0),
            "<Placemark>" + element + GoodFiles.placemark(1).substring("<Placemark>".length()),
            GoodFiles.placemark(2));
    GoodFile file = GoodFiles.kml(prologue, placemarks);
    return DamagedCase.of("KML with " + damage, file, file.content());
  }

  private static String laugh(char name, char of) {
    return "<!ENTITY %s \"%s\">".formatted(name, ("&" + of + ";").repeat(10));
  }
}

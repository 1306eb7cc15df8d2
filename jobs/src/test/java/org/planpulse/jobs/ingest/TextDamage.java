package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Damage of delimited texts, and of the charset of any text. */
final class TextDamage {

  private final GoodFiles good;

  TextDamage(GoodFiles good) {
    this.good = good;
  }

  List<DamagedCase> charsets() throws IOException {
    GoodFile csv = good.csvGbk();
    GoodFile page = good.webPage();
    GoodFile kml = good.kml();
    GoodFile json = good.geoJson();
    GoodFile shape = good.shapefile();
    GoodFile points = good.boundaryPoints();
    GoodFile dbf = good.dbf();
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    List<DamagedCase> cases = new ArrayList<>();
    cases.add(
        DamagedCase.of(
            "CSV in GBK behind the mark of UTF-8", csv, Damage.joined(mark, csv.content())));
    cases.add(
        DamagedCase.of(
            "CSV in UTF-16 without mark", csv, csv.gbk().getBytes(StandardCharsets.UTF_16LE)));
    cases.add(
        DamagedCase.of("CSV in UTF-16 with mark", csv, csv.gbk().getBytes(StandardCharsets.UTF_16))
            .readWhole());
    cases.add(
        DamagedCase.of(
            "CSV half GBK, half UTF-8",
            csv,
            Damage.joined(csv.content(), csv.gbk().getBytes(StandardCharsets.UTF_8))));
    cases.add(
        DamagedCase.of(
            "page in UTF-8 that says gb2312", page, page.gbk().getBytes(StandardCharsets.UTF_8)));
    cases.add(
        DamagedCase.of(
            "page in GBK that says utf-8",
            page,
            page.gbk().replace("gb2312", "utf-8").getBytes(GBK)));
    cases.add(DamagedCase.of("KML in GBK that says UTF-8", kml, kml.utf8().getBytes(GBK)));
    cases.add(DamagedCase.of("GeoJSON in GBK", json, json.utf8().getBytes(GBK)));
    cases.add(
        DamagedCase.of("points in UTF-8", points, points.gbk().getBytes(StandardCharsets.UTF_8))
            .readWhole());
    cases.add(
        DamagedCase.of(
                "shapefile in GBK whose .cpg says UTF-8",
                shape,
                shape.with("图斑.cpg", "UTF-8".getBytes(GBK)))
            .told("CHARSET_NOT_AS_DECLARED")
            .readWhole());
    cases.add(
        DamagedCase.of(
                "shapefile whose .cpg says nonsense",
                shape,
                shape.with("图斑.cpg", "?? 12!\0".getBytes(GBK)))
            .readWhole());
    for (int language : new int[] {0x57, 0x78, 0xFF}) {
      cases.add(
          DamagedCase.of(
                  "DBF in GBK whose language byte is " + language,
                  dbf,
                  Damage.overwritten(dbf.content(), 29, (byte) language))
              .readWhole());
    }
    return cases;
  }

  List<DamagedCase> columns() {
    GoodFile csv = good.csvGbk();
    List<List<String>> lines = GoodFiles.lines();
    List<DamagedCase> cases = new ArrayList<>();
    for (int turn = 1; turn < lines.get(0).size(); turn++) {
      int by = turn;
      cases.add(
          csvOf("columns turned by " + turn, lines.stream().map(line -> turned(line, by)).toList())
              .readWhole());
    }
    List<List<String>> twice = new ArrayList<>(lines);
    twice.add(6, lines.get(0));
    cases.add(csvOf("header once more in the middle", twice));
    cases.add(csvOf("no header", lines.subList(1, lines.size())).told("HEADER_NOT_FOUND"));
    cases.add(csvOf("header only", lines.subList(0, 1)).told("FILE_WITHOUT_ROWS"));
    cases.add(
        csvOf("every column twice", lines.stream().map(line -> twice(line)).toList()).readWhole());
    cases.add(
        csvOf("header of one cell", changed(lines, 0, List.of("区站号"))).told("RECORD_TOO_LONG"));
    cases.add(
        csvOf("one field too many in a row", changed(lines, 4, List.of("1", "2", "3", "4", "5")))
            .told("RECORD_TOO_LONG"));
    cases.add(csvOf("one field only in a row", changed(lines, 4, List.of("1"))).readWhole());
    cases.add(
        DamagedCase.of(
            "other delimiter in half the rows", csv, mixedDelimiters(lines).getBytes(GBK)));
    return cases;
  }

  private DamagedCase csvOf(String damage, List<List<String>> lines) {
    String text =
        lines.stream().map(line -> String.join(",", line) + "\r\n").collect(Collectors.joining());
    return DamagedCase.of(damage, good.csvGbk(), text.getBytes(GBK));
  }

  private static String mixedDelimiters(List<List<String>> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> String.join(i < lines.size() / 2 ? "," : ";", lines.get(i)) + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<String> turned(List<String> line, int by) {
    List<String> turned = new ArrayList<>(line);
    Collections.rotate(turned, by);
    return turned;
  }

  private static List<String> twice(List<String> line) {
    List<String> twice = new ArrayList<>(line);
    twice.addAll(line);
    return twice;
  }

  private static List<List<String>> changed(
      List<List<String>> lines, int index, List<String> line) {
    List<List<String>> changed = new ArrayList<>(lines);
    changed.set(index, line);
    return changed;
  }
}

package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Damage of rasters, nested content and archives. */
final class ContainerDamage {

  private final GoodFiles good;

  ContainerDamage(GoodFiles good) {
    this.good = good;
  }

  List<DamagedCase> tiff() throws IOException {
    GoodFile file = good.geoTiff();
    byte[] tiff = file.content();
    List<DamagedCase> cases = new ArrayList<>();
    long[] hostile = {0, 65_535, 0xFFFF_FFFFL};
    Map<String, Integer> tags = new LinkedHashMap<>();
    tags.put("width", 256);
    tags.put("height", 257);
    tags.put("bits of a cell", 258);
    tags.put("compression", 259);
    tags.put("place of the strips", 273);
    tags.put("bands", 277);
    tags.put("rows of a strip", 278);
    tags.put("bytes of a strip", 279);
    tags.forEach(
        (name, tag) -> {
          for (long value : hostile) {
            cases.add(
                DamagedCase.of(
                    "tag " + name + " = " + value, file, Damage.tag(tiff, tag, 1, value)));
          }
          cases.add(
              DamagedCase.of(
                  "tag " + name + " of 4 milliard values",
                  file,
                  Damage.tag(tiff, tag, 0xFFFF_FFFFL, 8)));
        });
    cases.add(DamagedCase.of("directory in the header", file, Damage.intOf(tiff, 4, 4)));
    cases.add(DamagedCase.of("directory behind the end", file, Damage.intOf(tiff, 4, tiff.length)));
    cases.add(DamagedCase.of("directory at -1", file, Damage.intOf(tiff, 4, -1)));
    cases.add(
        DamagedCase.of("directory that is its own next", file, Damage.nextDirectory(tiff, true)));
    cases.add(
        DamagedCase.of("next directory behind the end", file, Damage.nextDirectory(tiff, false)));
    cases.add(DamagedCase.of("directory of 65 535 tags", file, Damage.directoryOf(tiff, 0xFFFF)));
    cases.add(DamagedCase.of("directory of no tags", file, Damage.directoryOf(tiff, 0)));
    return cases;
  }

  List<DamagedCase> nesting() throws IOException {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile json : List.of(good.geoJson(), good.topoJson())) {
      String text = json.utf8();
      for (String bracket : List.of("[", "{\"a\":")) {
        String deep = bracket.repeat(Damage.DEEP);
        cases.add(
            DamagedCase.of(
                json.main() + " in 100 000 " + bracket,
                json,
                text.replaceFirst("\\[", java.util.regex.Matcher.quoteReplacement(deep))
                    .getBytes(StandardCharsets.UTF_8)));
        cases.add(
            DamagedCase.of(
                json.main() + " with 100 000 " + bracket + " in a property",
                json,
                text.replaceFirst("\"15250100", java.util.regex.Matcher.quoteReplacement(deep))
                    .getBytes(StandardCharsets.UTF_8)));
      }
    }
    String deep = "<a>".repeat(Damage.DEEP) + "</a>".repeat(Damage.DEEP);
    cases.add(HostileXml.kml("100 000 elements in a placemark", "", deep));
    cases.add(
        HostileXml.kml(
            "100 000 elements in a shape",
            "",
            "<MultiGeometry>".repeat(Damage.DEEP) + "</MultiGeometry>".repeat(Damage.DEEP)));
    cases.add(HostileXml.kml("100 000 elements in a name", "", "<name>" + deep + "</name>"));
    cases.add(HostileXml.kml("entities of entities", HostileXml.BOMB, "<name>&j;</name>"));
    cases.add(HostileXml.kml("entity of a file", HostileXml.FETCHING, "<name>&j;</name>"));
    cases.add(
        HostileXml.kml(
            "document type from elsewhere",
            "<!DOCTYPE kml SYSTEM \"http://127.0.0.1:9/kml.dtd\">",
            "<name>x</name>"));
    cases.add(
        HostileXml.kml(
            "entity in coordinates",
            HostileXml.FETCHING,
            "<Point><coordinates>&j;,43</coordinates></Point>"));
    GoodFile page = good.webPage();
    cases.add(
        DamagedCase.of(
            "page of 100 000 tables in each other",
            page,
            ("<html>" + "<table><tr><td>".repeat(Damage.DEEP)).getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page of 100 000 elements in each other",
            page,
            ("<html><table><tr><td>" + "<b><i>".repeat(Damage.DEEP / 2) + page.gbk())
                .getBytes(GBK)));
    return cases;
  }

  List<DamagedCase> archives() throws IOException {
    GoodFile zip = good.zip();
    byte[] csv = good.csvGbk().content();
    List<DamagedCase> cases = new ArrayList<>();
    cases.add(
        DamagedCase.of("bomb", zip, GoodFiles.zipped("日值.csv", new byte[100 << 20]))
            .told("FILE_INFLATES"));
    for (String name :
        List.of(
            "../日值.csv",
            "a/../../日值.csv",
            "/etc/日值.csv",
            "C:\\日值.csv",
            "..\\日值.csv",
            "a\0.csv",
            ".",
            "..")) {
      cases.add(
          DamagedCase.of("entry " + name.replace('\0', '?'), zip, GoodFiles.zipped(name, csv))
              .told("ARCHIVE_UNSAFE_NAME"));
    }
    cases.add(
        DamagedCase.of(
                "entry of 900 bytes' name", zip, GoodFiles.zipped("长".repeat(300) + ".csv", csv))
            .told("ARCHIVE_UNSAFE_NAME"));
    cases.add(
        DamagedCase.of("archive in an archive", zip, GoodFiles.zipped("内.zip", zip.content()))
            .told("ARCHIVE_NESTED"));
    cases.add(
        DamagedCase.of(
                "the same entry twice",
                zip,
                Damage.renamed(Damage.twoEntries("a.csv", "b.csv", csv), "b.csv", "a.csv"))
            .told("FILE_DAMAGED"));
    cases.add(
        DamagedCase.of("file and folder of one name", zip, Damage.twoEntries("a", "a/b.csv", csv))
            .told("FILE_DAMAGED"));
    cases.add(DamagedCase.of("no entry", zip, Damage.noEntries()));
    cases.add(
        DamagedCase.of(
            "the end of a zip only",
            zip,
            Arrays.copyOfRange(zip.content(), zip.content().length - 22, zip.content().length)));
    cases.add(
        DamagedCase.of(
            "bytes before the archive", zip, Damage.joined(new byte[300], zip.content())));
    cases.add(
        DamagedCase.of(
                "entry whose bytes are changed",
                zip,
                Damage.overwritten(zip.content(), 60, new byte[20]))
            .told("FILE_DAMAGED"));
    return cases;
  }
}

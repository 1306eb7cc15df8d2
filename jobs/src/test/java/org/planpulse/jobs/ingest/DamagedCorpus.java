package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Damaged and hostile files made from the good ones, the same at every run. */
final class DamagedCorpus {

  private static final int DEEP = 100_000;
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String BOMB =
      "<!DOCTYPE x [<!ENTITY a \"%s\">%s]>"
          .formatted(
              "ha".repeat(50),
              IntStream.range(0, 9)
                  .mapToObj(i -> laugh((char) ('b' + i), (char) ('a' + i)))
                  .collect(Collectors.joining()));
  private static final String FETCHING =
      "<!DOCTYPE x [<!ENTITY j SYSTEM \"file:///etc/hostname\">]>";

  private final GoodFiles good;
  private final List<GoodFile> all;

  DamagedCorpus(GoodFiles good) throws IOException {
    this.good = good;
    this.all = good.all();
  }

  List<GoodFile> good() {
    return all;
  }

  /** Cases by kind of damage. */
  Map<String, List<DamagedCase>> cases() throws IOException {
    Map<String, List<DamagedCase>> cases = new LinkedHashMap<>();
    cases.put("cut short", cut());
    cases.put("bits flipped", flipped());
    cases.put("zeros to the end", zeroed());
    cases.put("named as another format", named());
    cases.put("nothing in it", empty());
    cases.put("charsets", charsets());
    cases.put("columns", columns());
    cases.put("wide and merged sheets", sheets());
    cases.put("formulas, links and entities in workbooks", workbooks());
    cases.put("coordinates in GeoJSON", coordinatesInJson());
    cases.put("coordinates in KML and points", coordinatesInText());
    cases.put("coordinates and lengths in shapefiles", shapes());
    cases.put("counts in DBF", dbf());
    cases.put("tags of GeoTIFF", tiff());
    cases.put("nesting and entities", nesting());
    cases.put("archives", archives());
    return cases;
  }

  private List<DamagedCase> cut() {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile file : all) {
      file.members()
          .forEach(
              (member, content) ->
                  Damage.cut(content)
                      .forEach(
                          (damage, bytes) ->
                              cases.add(
                                  DamagedCase.of(
                                      member + " " + damage, file, file.with(member, bytes)))));
    }
    return cases;
  }

  private List<DamagedCase> flipped() {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile file : all) {
      file.members()
          .forEach(
              (member, content) ->
                  Damage.flipped(content, member.hashCode())
                      .forEach(
                          (damage, bytes) ->
                              cases.add(
                                  DamagedCase.of(
                                      member + " " + damage, file, file.with(member, bytes)))));
    }
    return cases;
  }

  private List<DamagedCase> zeroed() {
    return all.stream()
        .map(
            file ->
                DamagedCase.of(
                    file.main() + " from its middle", file, Damage.zeroed(file.content(), 0.5)))
        .toList();
  }

  /** The extension of the next one in the list. */
  private List<DamagedCase> named() {
    List<DamagedCase> cases = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      GoodFile file = all.get(i);
      String other = all.get((i + 3) % all.size()).main().replaceFirst(".*\\.", "");
      if (file.members().size() == 1 && !file.main().endsWith("." + other)) {
        cases.add(
            DamagedCase.of(file.main() + " as ." + other, file, file.named(other)).readWhole());
      }
    }
    return cases;
  }

  private List<DamagedCase> empty() {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile file : List.of(all.get(0), all.get(5), all.get(10), all.get(15))) {
      String name = file.main();
      cases.add(DamagedCase.of(name + " of no bytes", file, new byte[0]).told("FILE_EMPTY"));
      cases.add(DamagedCase.of(name + " of NUL bytes", file, new byte[5000]));
      cases.add(DamagedCase.of(name + " of blank lines", file, "\r\n".repeat(500).getBytes(GBK)));
      cases.add(DamagedCase.of(name + " of one line", file, "9,".repeat(DEEP).getBytes(GBK)));
    }
    GoodFile csv = good.csvGbk();
    cases.add(
        DamagedCase.of(
            "CSV with a field of 4 MB",
            csv,
            text(csv).replace("第3号", "长".repeat(2 << 20)).getBytes(GBK)));
    cases.add(
        DamagedCase.of("CSV with NUL in texts", csv, text(csv).replace("号地", "\0").getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "CSV with a quote left open", csv, text(csv).replace("第3号", "\"第3号").getBytes(GBK)));
    return cases;
  }

  private List<DamagedCase> charsets() throws IOException {
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
        DamagedCase.of("CSV in GBK behind the mark of UTF-8", csv, joined(mark, csv.content())));
    cases.add(
        DamagedCase.of(
            "CSV in UTF-16 without mark", csv, text(csv).getBytes(StandardCharsets.UTF_16LE)));
    cases.add(
        DamagedCase.of("CSV in UTF-16 with mark", csv, text(csv).getBytes(StandardCharsets.UTF_16))
            .readWhole());
    cases.add(
        DamagedCase.of(
            "CSV half GBK, half UTF-8",
            csv,
            joined(csv.content(), text(csv).getBytes(StandardCharsets.UTF_8))));
    cases.add(
        DamagedCase.of(
            "page in UTF-8 that says gb2312", page, text(page).getBytes(StandardCharsets.UTF_8)));
    cases.add(
        DamagedCase.of(
            "page in GBK that says utf-8",
            page,
            text(page).replace("gb2312", "utf-8").getBytes(GBK)));
    cases.add(DamagedCase.of("KML in GBK that says UTF-8", kml, utf8(kml).getBytes(GBK)));
    cases.add(DamagedCase.of("GeoJSON in GBK", json, utf8(json).getBytes(GBK)));
    cases.add(
        DamagedCase.of("points in UTF-8", points, text(points).getBytes(StandardCharsets.UTF_8))
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

  private List<DamagedCase> columns() {
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

  private List<DamagedCase> sheets() throws IOException {
    GoodFile list = good.listXlsx();
    GoodFile yearbook = good.yearbookXlsx();
    GoodFile csv = good.csvGbk();
    GoodFile page = good.webPage();
    List<DamagedCase> cases = new ArrayList<>();
    cases.add(DamagedCase.of("list with 16 384 headings", list, wide(true, 1, 0)));
    cases.add(
        DamagedCase.of(
                "list with a remark in the last column", list, wide(false, (int) list.rows(), 0))
            .readWhole());
    cases.add(
        DamagedCase.of("5 000 rows and a cell in the last column", list, wide(false, 5_000, 0)));
    cases.add(DamagedCase.of("all cells of a sheet merged", list, wide(false, 2, 1)));
    cases.add(DamagedCase.of("yearbook with 16 384 headings", yearbook, wide(true, 1, 0)));
    cases.add(
        DamagedCase.of("yearbook of 5 000 rows and a far cell", yearbook, wide(false, 5_000, 0)));
    cases.add(DamagedCase.of("yearbook whose cells are all merged", yearbook, wide(false, 2, 1)));
    cases.add(
        DamagedCase.of(
            "cell beyond the last column",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("r=\"D5\"", "r=\"ZZZZ5\""))));
    cases.add(
        DamagedCase.of(
            "100 000 cells in a row of the file",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text -> text.replace("<row r=\"2\">", "<row r=\"2\">" + cells(DEEP)))));
    cases.add(
        DamagedCase.of(
            "row beyond the last row",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text -> text.replace("<row r=\"5\"", "<row r=\"99999999\""))));
    cases.add(
        DamagedCase.of(
            "CSV with 100 000 headings",
            csv,
            (",列".repeat(DEEP) + "\n" + text(csv)).getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "CSV with 100 000 empty columns",
            csv,
            text(csv).replace("\r\n", ",".repeat(DEEP) + "\r\n").getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page with 100 000 columns",
            page,
            text(page)
                .replaceFirst("</td></tr>", "</td>" + "<td>x".repeat(DEEP) + "</tr>")
                .getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page whose cells span 99 999 rows and columns",
            page,
            text(page).replace("<td>", "<td colspan=99999 rowspan=99999>").getBytes(GBK)));
    return cases;
  }

  private List<DamagedCase> workbooks() throws IOException {
    GoodFile yearbook = good.yearbookXlsx();
    GoodFile list = good.listXlsx();
    List<DamagedCase> cases = new ArrayList<>();
    String formula = "<f>WEBSERVICE(\"http://127.0.0.1:9/x\")&amp;[1]Sheet1!A1</f><v>";
    cases.add(
        DamagedCase.of(
                "formulas that fetch, with their saved results",
                yearbook,
                Damage.part(
                    yearbook.content(), SHEET, text -> text.replace("<v>757", formula + "757")))
            .readWhole());
    cases.add(
        DamagedCase.of(
                "link to another workbook",
                yearbook,
                Damage.part(
                    yearbook.content(),
                    "xl/_rels/workbook.xml.rels",
                    text ->
                        text.replace(
                            "</Relationships>",
                            "<Relationship Id=\"x9\" TargetMode=\"External\""
                                + " Target=\"file:///etc/x.xlsx\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\"/></Relationships>")))
            .readWhole());
    for (String part :
        List.of(SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml")) {
      for (String prologue : List.of(BOMB, FETCHING)) {
        cases.add(
            DamagedCase.of(
                (prologue.equals(BOMB) ? "entities of entities in " : "entity of a file in ")
                    + part,
                list,
                Damage.part(
                    list.content(),
                    part,
                    text ->
                        text.replaceFirst("(<(?:worksheet|sst|workbook|Types)\\b)", prologue + "$1")
                            .replaceFirst("(<t[^>]*>|name=\"|ContentType=\")", "$1&j;"))));
      }
    }
    cases.add(
        DamagedCase.of(
            "100 000 elements in each other",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text ->
                    text.replace(
                        "</worksheet>",
                        "<x>".repeat(DEEP) + "</x>".repeat(DEEP) + "</worksheet>"))));
    cases.add(
        DamagedCase.of(
            "sheet without end",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("</worksheet>", ""))));
    cases.add(
        DamagedCase.of(
            "shared text that does not exist",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("<v>7</v>", "<v>700000</v>"))));
    cases.add(
        DamagedCase.of(
            "figures that are none",
            yearbook,
            Damage.part(yearbook.content(), SHEET, text -> text.replace("<v>757", "<v>x757"))));
    cases.add(
        DamagedCase.of(
                "a part that inflates a thousandfold",
                list,
                Damage.part(
                    list.content(),
                    SHEET,
                    text -> text.replace("</worksheet>", " ".repeat(64 << 20) + "</worksheet>")))
            .told("FILE_INFLATES"));
    return cases;
  }

  private List<DamagedCase> coordinatesInJson() {
    List<String> sound =
        IntStream.range(0, 6)
            .mapToObj(i -> "{\"type\":\"Polygon\",\"coordinates\":[" + GoodFiles.ring(i) + "]}")
            .toList();
    List<DamagedCase> cases = new ArrayList<>();
    List<String> hostile =
        List.of(
            "{\"type\":\"Point\",\"coordinates\":[1e999,43]}",
            "{\"type\":\"Point\",\"coordinates\":[111,-1e999]}",
            "{\"type\":\"Point\",\"coordinates\":[NaN,43]}",
            "{\"type\":\"Point\",\"coordinates\":[Infinity,43]}",
            "{\"type\":\"Point\",\"coordinates\":[null,43]}",
            "{\"type\":\"Point\",\"coordinates\":[\"x\",43]}",
            "{\"type\":\"Point\",\"coordinates\":[111]}",
            "{\"type\":\"Point\",\"coordinates\":[]}",
            "{\"type\":\"Point\",\"coordinates\":[111.9,43.6,960,7]}",
            "{\"type\":\"LineString\",\"coordinates\":[[111.9,43.6]]}",
            "{\"type\":\"LineString\",\"coordinates\":[[111.9,43.6],[111.91,43.6,960],[111.92,43.6,960,7]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[111.9,43.6],[111.91,43.6],[111.91,43.61]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[111.9,43.6],[111.91,43.6],[111.91,1e999],[111.9,43.6]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[111.9,43.6],[111.91,43.6]]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[111.9,43.6]}]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":{}}",
            "{\"type\":\"Tesseract\",\"coordinates\":[111,43]}",
            "{\"type\":7}",
            "[]");
    for (String geometry : hostile) {
      List<String> mixed = new ArrayList<>(sound);
      mixed.set(2, geometry);
      GoodFile file = GoodFiles.geoJson(mixed);
      cases.add(DamagedCase.of(geometry, file, file.content()));
    }
    GoodFile file = GoodFiles.geoJson(sound);
    for (String value : List.of("1e999", "-1e999", "1e308", "1".repeat(900), "0.0000000001e-300")) {
      cases.add(
          DamagedCase.of(
                  "property of " + value.substring(0, Math.min(9, value.length())),
                  file,
                  utf8(file)
                      .replaceFirst("\"BSM\":\"[^\"]*\"", "\"BSM\":" + value)
                      .getBytes(StandardCharsets.UTF_8))
              .readWhole());
    }
    cases.add(
        DamagedCase.of(
                "CRS of a number without end",
                file,
                utf8(file)
                    .replaceFirst(
                        "\\{",
                        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:99999999999999\"}},")
                    .getBytes(StandardCharsets.UTF_8))
            .told("CRS_ASSUMED"));
    GoodFile topology = good.topoJson();
    for (String point : List.of("[1e999,43.6]", "[null,43.6]", "[\"x\",43.6]", "[]", "7")) {
      cases.add(
          DamagedCase.of(
              "arc through " + point,
              topology,
              utf8(topology)
                  .replaceFirst("\\[\\[111.9[^\\]]*\\]", "[" + point)
                  .getBytes(StandardCharsets.UTF_8)));
    }
    return cases;
  }

  private List<DamagedCase> coordinatesInText() {
    List<DamagedCase> cases = new ArrayList<>();
    for (String coordinates :
        List.of(
            "NaN,43",
            "1e999,43",
            "Infinity,43",
            "111",
            "",
            "a,b",
            "111,43,960 112,43 113,43,1,2")) {
      for (String shape : List.of("Point", "LineString")) {
        GoodFile kml =
            GoodFiles.kml(
                "",
                List.of(
                    GoodFiles.placemark(0),
                    GoodFiles.placemark(
                        "坏",
                        "<%s><coordinates>%s</coordinates></%s>"
                            .formatted(shape, coordinates, shape)),
                    GoodFiles.placemark(2)));
        cases.add(DamagedCase.of("KML " + shape + " at " + coordinates, kml, kml.content()));
      }
    }
    GoodFile points = good.boundaryPoints();
    for (String northing : List.of("NaN", "Infinity", "1e999", "x", "", "4835000,4835000")) {
      cases.add(
          DamagedCase.of(
              "boundary point at " + northing,
              points,
              text(points).replaceFirst("J2,1,[^,]*,", "J2,1," + northing + ",").getBytes(GBK)));
    }
    cases.add(
        DamagedCase.of(
            "ring number of a milliard",
            points,
            text(points).replaceFirst("J2,1,", "J2,999999999,").getBytes(GBK)));
    return cases;
  }

  private List<DamagedCase> shapes() throws IOException {
    GoodFile file = good.shapefile();
    byte[] shp = file.content();
    List<DamagedCase> cases = new ArrayList<>();
    int record = 100;
    int point = record + 8 + 44 + 4;
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      cases.add(shape("coordinate " + value, file, Damage.doubleAt(shp, point + 16, value)));
    }
    cases.add(shape("ring that does not close", file, Damage.doubleAt(shp, point, 37_579_001)));
    cases.add(shape("extent of no numbers", file, Damage.doubleAt(shp, 36, Double.NaN)));
    for (int type : new int[] {0, 1, 8, 15, 31, -1}) {
      cases.add(
          shape("one record of type " + type, file, Damage.littleEndian(shp, record + 8, type)));
    }
    cases.add(shape("header of type 15", file, Damage.littleEndian(shp, 32, 15)));
    cases.add(shape("header of type 99", file, Damage.littleEndian(shp, 32, 99)));
    for (int words : new int[] {-1, 0, 63, Integer.MAX_VALUE}) {
      cases.add(
          shape("record of " + words + " words", file, Damage.bigEndian(shp, record + 4, words)));
    }
    for (int count : new int[] {-1, 2, Integer.MAX_VALUE}) {
      cases.add(
          shape(
              "record of " + count + " parts",
              file,
              Damage.littleEndian(shp, record + 8 + 36, count)));
      cases.add(
          shape(
              "record of " + count + " points",
              file,
              Damage.littleEndian(shp, record + 8 + 40, count)));
      cases.add(
          shape(
              "part from point " + count, file, Damage.littleEndian(shp, record + 8 + 44, count)));
    }
    cases.add(shape("file length in the header", file, Damage.bigEndian(shp, 24, -5)));
    cases.add(
        DamagedCase.of(
                "index that points anywhere",
                file,
                file.with("图斑.shx", Damage.bigEndian(file.members().get("图斑.shx"), 108, -9)))
            .readWhole());
    Map<String, byte[]> alone = new LinkedHashMap<>(file.members());
    alone.keySet().retainAll(List.of("图斑.shp"));
    cases.add(DamagedCase.of("without .dbf", file, alone).told("SHAPEFILE_NO_ATTRIBUTES"));
    String prj = new String(file.members().get("图斑.prj"), StandardCharsets.US_ASCII);
    for (String broken :
        List.of(
            prj.replace("37500000.0", "3750.000.0"),
            prj.replace("111.0", "-.-"),
            prj.replaceFirst("\\]\\]$", "],AUTHORITY[\"EPSG\",\"99999999999999\"]]"),
            prj.replaceFirst("\\]\\]$", "],AUTHORITY[\"EPSG\",\"0\"]]"),
            "[".repeat(DEEP))) {
      cases.add(
          DamagedCase.of(
              ".prj " + broken.substring(0, Math.min(40, broken.length())) + broken.hashCode(),
              file,
              file.with("图斑.prj", broken.getBytes(StandardCharsets.US_ASCII))));
    }
    return cases;
  }

  private List<DamagedCase> dbf() throws IOException {
    GoodFile file = good.dbf();
    byte[] dbf = file.content();
    List<DamagedCase> cases = new ArrayList<>();
    for (int records : new int[] {-1, 0, 11, 13, 1_000_000, Integer.MAX_VALUE}) {
      cases.add(
          DamagedCase.of(
              records + " records in the header", file, Damage.littleEndian(dbf, 4, records)));
    }
    for (int length : new int[] {0, 1, 31, 33, 0xFFFF}) {
      byte low = (byte) length;
      byte high = (byte) (length >> 8);
      cases.add(
          DamagedCase.of(
              "header of " + length + " bytes", file, Damage.overwritten(dbf, 8, low, high)));
      cases.add(
          DamagedCase.of(
              "records of " + length + " bytes", file, Damage.overwritten(dbf, 10, low, high)));
    }
    cases.add(DamagedCase.of("field of 255 bytes", file, Damage.overwritten(dbf, 48, (byte) -1)));
    cases.add(DamagedCase.of("field of 0 bytes", file, Damage.overwritten(dbf, 48, (byte) 0)));
    return cases;
  }

  private List<DamagedCase> tiff() throws IOException {
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

  private List<DamagedCase> nesting() throws IOException {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile json : List.of(good.geoJson(), good.topoJson())) {
      String text = utf8(json);
      for (String bracket : List.of("[", "{\"a\":")) {
        String deep = bracket.repeat(DEEP);
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
    String deep = "<a>".repeat(DEEP) + "</a>".repeat(DEEP);
    cases.add(kml("100 000 elements in a placemark", "", deep));
    cases.add(
        kml(
            "100 000 elements in a shape",
            "",
            "<MultiGeometry>".repeat(DEEP) + "</MultiGeometry>".repeat(DEEP)));
    cases.add(kml("100 000 elements in a name", "", "<name>" + deep + "</name>"));
    cases.add(kml("entities of entities", BOMB, "<name>&j;</name>"));
    cases.add(kml("entity of a file", FETCHING, "<name>&j;</name>"));
    cases.add(
        kml(
            "document type from elsewhere",
            "<!DOCTYPE kml SYSTEM \"http://127.0.0.1:9/kml.dtd\">",
            "<name>x</name>"));
    cases.add(
        kml("entity in coordinates", FETCHING, "<Point><coordinates>&j;,43</coordinates></Point>"));
    GoodFile page = good.webPage();
    cases.add(
        DamagedCase.of(
            "page of 100 000 tables in each other",
            page,
            ("<html>" + "<table><tr><td>".repeat(DEEP)).getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page of 100 000 elements in each other",
            page,
            ("<html><table><tr><td>" + "<b><i>".repeat(DEEP / 2) + text(page)).getBytes(GBK)));
    return cases;
  }

  private List<DamagedCase> archives() throws IOException {
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
        DamagedCase.of("bytes before the archive", zip, joined(new byte[300], zip.content())));
    cases.add(
        DamagedCase.of(
                "entry whose bytes are changed",
                zip,
                Damage.overwritten(zip.content(), 60, new byte[20]))
            .told("FILE_DAMAGED"));
    return cases;
  }

  private DamagedCase kml(String damage, String prologue, String element) {
    List<String> placemarks =
        List.of(
            GoodFiles.placemark(0),
            "<Placemark>" + element + GoodFiles.placemark(1).substring("<Placemark>".length()),
            GoodFiles.placemark(2));
    GoodFile file = GoodFiles.kml(prologue, placemarks);
    return DamagedCase.of("KML with " + damage, file, file.content());
  }

  private static DamagedCase shape(String damage, GoodFile file, byte[] shp) {
    return DamagedCase.of(damage, file, shp);
  }

  private DamagedCase csvOf(String damage, List<List<String>> lines) {
    String text =
        lines.stream().map(line -> String.join(",", line) + "\r\n").collect(Collectors.joining());
    return DamagedCase.of(damage, good.csvGbk(), text.getBytes(GBK));
  }

  /**
   * A list with its headings in the first cells.
   *
   * @param headed whether the other columns have a heading too
   * @param far 1 to merge all cells
   */
  private byte[] wide(boolean headed, int rows, int far) throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet("表");
    GoodFiles.texts(sheet.createRow(0), GoodFiles.HEADINGS);
    for (int i = 1; i <= rows; i++) {
      GoodFiles.texts(sheet.createRow(i), List.of("53068", "2025", String.valueOf(i)));
    }
    Row first = sheet.getRow(headed ? 0 : 1);
    for (int column = headed ? 4 : 16_383; column < 16_384; column++) {
      first.createCell(column).setCellValue("列" + column);
    }
    if (far == 1) {
      sheet.createRow(131_070).createCell(16_383).setCellValue("远");
      sheet.addMergedRegionUnsafe(new CellRangeAddress(0, 131_070, 0, 16_383));
    }
    return good.workbook(book);
  }

  private static String cells(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "<c><v>" + i + "</v></c>")
        .collect(Collectors.joining());
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

  private static String laugh(char name, char of) {
    return "<!ENTITY %s \"%s\">".formatted(name, ("&" + of + ";").repeat(10));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static String text(GoodFile file) {
    return new String(file.content(), GBK);
  }

  private static String utf8(GoodFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}

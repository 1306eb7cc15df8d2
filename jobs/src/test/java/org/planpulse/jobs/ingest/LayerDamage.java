package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Damage of layers: coordinates, lengths and counts. */
final class LayerDamage {

  private final GoodFiles good;

  LayerDamage(GoodFiles good) {
    this.good = good;
  }

  List<DamagedCase> coordinatesInJson() {
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
                  file.utf8()
                      .replaceFirst("\"BSM\":\"[^\"]*\"", "\"BSM\":" + value)
                      .getBytes(StandardCharsets.UTF_8))
              .readWhole());
    }
    cases.add(
        DamagedCase.of(
                "CRS of a number without end",
                file,
                file.utf8()
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
              topology
                  .utf8()
                  .replaceFirst("\\[\\[111.9[^\\]]*\\]", "[" + point)
                  .getBytes(StandardCharsets.UTF_8)));
    }
    return cases;
  }

  List<DamagedCase> coordinatesInText() {
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
              points.gbk().replaceFirst("J2,1,[^,]*,", "J2,1," + northing + ",").getBytes(GBK)));
    }
    cases.add(
        DamagedCase.of(
            "ring number of a milliard",
            points,
            points.gbk().replaceFirst("J2,1,", "J2,999999999,").getBytes(GBK)));
    return cases;
  }

  List<DamagedCase> shapes() throws IOException {
    GoodFile file = good.shapefile();
    byte[] shp = file.content();
    List<DamagedCase> cases = new ArrayList<>();
    int record = 100;
    int point = record + 8 + 44 + 4;
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      cases.add(
          DamagedCase.of("coordinate " + value, file, Damage.doubleAt(shp, point + 16, value)));
    }
    cases.add(
        DamagedCase.of("ring that does not close", file, Damage.doubleAt(shp, point, 37_579_001)));
    cases.add(DamagedCase.of("extent of no numbers", file, Damage.doubleAt(shp, 36, Double.NaN)));
    for (int type : new int[] {0, 1, 8, 15, 31, -1}) {
      cases.add(
          DamagedCase.of(
              "one record of type " + type, file, Damage.littleEndian(shp, record + 8, type)));
    }
    cases.add(DamagedCase.of("header of type 15", file, Damage.littleEndian(shp, 32, 15)));
    cases.add(DamagedCase.of("header of type 99", file, Damage.littleEndian(shp, 32, 99)));
    for (int words : new int[] {-1, 0, 63, Integer.MAX_VALUE}) {
      cases.add(
          DamagedCase.of(
              "record of " + words + " words", file, Damage.bigEndian(shp, record + 4, words)));
    }
    for (int count : new int[] {-1, 2, Integer.MAX_VALUE}) {
      cases.add(
          DamagedCase.of(
              "record of " + count + " parts",
              file,
              Damage.littleEndian(shp, record + 8 + 36, count)));
      cases.add(
          DamagedCase.of(
              "record of " + count + " points",
              file,
              Damage.littleEndian(shp, record + 8 + 40, count)));
      cases.add(
          DamagedCase.of(
              "part from point " + count, file, Damage.littleEndian(shp, record + 8 + 44, count)));
    }
    cases.add(DamagedCase.of("file length in the header", file, Damage.bigEndian(shp, 24, -5)));
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
            "[".repeat(Damage.DEEP))) {
      cases.add(
          DamagedCase.of(
              ".prj " + broken.substring(0, Math.min(40, broken.length())) + broken.hashCode(),
              file,
              file.with("图斑.prj", broken.getBytes(StandardCharsets.US_ASCII))));
    }
    return cases;
  }

  List<DamagedCase> dbf() throws IOException {
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
}

package org.planpulse.jobs.ingest.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

class FeatureFileReaderTest {

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[111,43],[112,43],[112,44],[111,44],[111,43]]]}";

  @TempDir Path landing;

  private final IssueStore issues = TestSources.issues();

  @Test
  void fieldsAreTextsInPlainDecimals() throws Exception {
    FeatureRows features =
        read(
            collection(
                "{\"CODE\":152501,\"NAME\":\" 二连浩特市 \",\"area\":4.0270000e9,\"share\":0.10,"
                    + "\"TYPE\":null,\"note\":\"\"}",
                SQUARE,
                ""));

    Row row = features.rows().collectAsList().get(0);
    assertThat(row.<String, String>getJavaMap(4))
        .containsOnlyKeys("CODE", "NAME", "area", "share")
        .containsEntry("CODE", "152501")
        .containsEntry("NAME", "二连浩特市")
        .containsEntry("area", "4027000000")
        .containsEntry("share", "0.1");
    assertThat(row.<String>getAs("crs")).isEqualTo("EPSG:4326");
    assertThat(features.rowsIn()).isEqualTo(1);
    assertThat(issues.issues()).isEmpty();
  }

  @Test
  void crsMemberOfTheOldFormatCountsWhereverItStands() throws Exception {
    String crs =
        ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}}";

    Row row = read(collection("{}", SQUARE, crs)).rows().collectAsList().get(0);

    assertThat(row.<String>getAs("crs")).isEqualTo("EPSG:4490");
    assertThat(TestSources.codes(issues)).containsExactly("CRS_NOT_AS_AGREED");
  }

  @Test
  void featuresWithoutGeometryAreQuarantinedAndKeepTheNumbersOfTheOthers() throws Exception {
    FeatureRows features =
        read(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("{\"n\":1}", "null")
                + ","
                + feature("{\"n\":2}", "{\"type\":\"Polygon\",\"coordinates\":\"none\"}")
                + ","
                + feature("{\"n\":3}", SQUARE)
                + "]}");

    List<Row> rows = features.rows().collectAsList();
    assertThat(features.rowsIn()).isEqualTo(3);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<Integer>getAs("feature")).isEqualTo(3);
    assertThat(issues.quarantined())
        .extracting(row -> row.raw())
        .containsExactly("{\"n\":\"1\"}", "{\"n\":\"2\"}");
  }

  @Test
  void cutFilesAndOtherJsonAreRefusedWithAReason() {
    assertThatThrownBy(() -> read(collection("{}", SQUARE, "").substring(0, 150)))
        .isInstanceOf(FileFault.class)
        .hasMessage("FILE_DAMAGED");
    assertThatThrownBy(() -> read("{\"type\":\"Feature\",\"objects\":{}}"))
        .isInstanceOf(FileFault.class)
        .hasMessage("FILE_DAMAGED");
  }

  @Test
  void arcsOfATopologyAreSharedReversedScaledAndShifted() throws Exception {
    FeatureRows features =
        read(
            FeatureFormat.TOPOJSON,
            "旗县.json",
            """
            {"type": "Topology",
             "transform": {"scale": [0.5, 0.25], "translate": [111, 43]},
             "arcs": [[[0, 0], [2, 0]], [[2, 0], [0, 4], [-2, 0], [0, -4]], [[2, 0], [0, -4], [-2, 0], [0, 4]]],
             "objects": {"units": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "arcs": [[0, 1]], "id": 7, "properties": {"名称": "北"}},
               {"type": "Polygon", "arcs": [[2, 0]], "properties": {"名称": "南"}},
               {"type": "MultiPolygon", "arcs": [[[~0]]], "properties": {"名称": "坏"}},
               {"type": null, "properties": {"名称": "无"}}]}}}
            """
                .replace("~0", "9"));

    List<Row> rows = features.rows().collectAsList();
    assertThat(features.rowsIn()).isEqualTo(4);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<String, String>getJavaMap(4))
        .containsEntry("id", "7")
        .containsEntry("名称", "北");
    assertThat(shape(rows.get(0)))
        .hasToString("POLYGON ((111 43, 112 43, 112 44, 111 44, 111 43))");
    assertThat(shape(rows.get(1)).getArea()).isEqualTo(1);
    assertThat(rows.get(0).<String>getAs("crs")).isEqualTo("EPSG:4326");
    assertThat(issues.quarantined()).hasSize(2);
  }

  @Test
  void placemarksGiveNamesDataAndShapesOfEveryKind() throws Exception {
    FeatureRows features =
        read(
            FeatureFormat.KML,
            "点.kml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>图层</name><Folder>
            <Placemark><name>国门</name><description><![CDATA[<b>旅游</b>]]></description>
              <ExtendedData><Data name="等级"><value>4A</value></Data>
              <SchemaData><SimpleData name="面积">12</SimpleData></SchemaData></ExtendedData>
              <Style><LineStyle><width>2</width></LineStyle></Style>
              <Point><coordinates>111.98,43.65,960</coordinates></Point></Placemark>
            <Placemark><name>湖</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>
              111,43 112,43 112,44 111,44 111,43</coordinates></LinearRing></outerBoundaryIs></Polygon>
              </MultiGeometry></Placemark>
            <Placemark><name>空</name></Placemark>
            </Folder></Document></kml>
            """);

    List<Row> rows = features.rows().collectAsList();
    assertThat(features.rowsIn()).isEqualTo(3);
    assertThat(rows.get(0).<String, String>getJavaMap(4))
        .containsEntry("name", "国门")
        .containsEntry("等级", "4A")
        .containsEntry("面积", "12")
        .doesNotContainKey("width");
    assertThat(shape(rows.get(0))).hasToString("POINT (111.98 43.65)");
    assertThat(shape(rows.get(1)).getArea()).isEqualTo(1);
    assertThat(issues.quarantined()).hasSize(1);
  }

  @Test
  void aKmlThatNamesOtherFilesFetchesNone() throws Exception {
    Path secret = Files.writeString(landing.resolveSibling("secret.txt"), "SECRET");

    assertThatThrownBy(
            () ->
                read(
                        FeatureFormat.KML,
                        "x.kml",
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE kml [<!ENTITY x SYSTEM "%s">]>
                        <kml><Placemark><name>&x;</name>
                        <Point><coordinates>111,43</coordinates></Point></Placemark></kml>
                        """
                            .formatted(secret.toUri()))
                    .rows()
                    .collectAsList())
        .isInstanceOf(FileFault.class)
        .hasMessage("FILE_DAMAGED");
    Files.delete(secret);
  }

  @Test
  void boundaryPointsTellTheirZoneAndTheirHoles() throws Exception {
    FeatureRows features = read(FeatureFormat.BOUNDARY_POINTS, "地块.txt", BOUNDARY);

    List<Row> rows = features.rows().collectAsList();
    assertThat(features.rowsIn()).isEqualTo(3);
    assertThat(rows.get(0).<String>getAs("crs")).isEqualTo("EPSG:4525");
    assertThat(rows.get(0).<String, String>getJavaMap(4))
        .containsEntry("地块编号", "D-1")
        .containsEntry("地块名称", "加油站")
        .containsEntry("地块用途", "商服");
    assertThat(shape(rows.get(0)).getArea()).isEqualTo(10_000 - 400);
    assertThat(shape(rows.get(0)).getCoordinate().x).isEqualTo(37_579_000);
    assertThat(shape(rows.get(1)).getArea()).isEqualTo(100);
    assertThat(issues.quarantined()).hasSize(1);
  }

  private static final String BOUNDARY =
      """
      [属性描述]
      格式版本号=1.01
      坐标系=2000国家大地坐标系
      几度分带=3
      投影类型=高斯克吕格
      计量单位=米
      带号=37
      [地块坐标]
      9,0.96,D-1,加油站,面,K49G001,商服,,@
      J1,1,4835000,37579000
      J2,1,4835000,37579100
      J3,1,4835100,37579100
      J4,1,4835100,37579000
      J1,1,4835000,37579000
      J5,2,4835040,37579040
      J6,2,4835040,37579060
      J7,2,4835060,37579060
      J8,2,4835060,37579040
      J5,2,4835040,37579040
      4,0.01,D-2,岗亭,面,K49G001,公用,,@
      J1,1,4835200,37579000
      J2,1,4835200,37579010
      J3,1,4835210,37579010
      J4,1,4835210,37579000
      3,0.01,D-3,缺坐标,面,K49G001,公用,,@
      J1,1,4835200,37579000
      J2,1,,37579010
      J3,1,4835210,37579010
      """;

  private FeatureRows read(String json) throws IOException, FileFault {
    return read(FeatureFormat.GEOJSON, "旗县.geojson", "\ufeff" + json);
  }

  private FeatureRows read(FeatureFormat format, String name, String text)
      throws IOException, FileFault {
    Files.writeString(landing.resolve(name), text);
    Delivery delivery = TestSources.delivery(landing);
    assertThat(FileFormat.of(delivery.path())).isEqualTo(FileFormat.valueOf(format.name()));
    Contract contract =
        TestSources.contract("D01", Form.VECTOR_LAYER, ".*", null, "EPSG:4326", "CODE");
    Findings findings = new Findings(issues, delivery, contract);
    CrsDecision crs = new CrsDecision(contract, TestSources.crsTexts(), null, findings);
    return new FeatureFileReader(SharedSpark.session(), contract, crs, findings)
        .read(delivery, format);
  }

  private static Geometry shape(Row row) throws ParseException {
    return new WKBReader().read(row.<byte[]>getAs("geometry"));
  }

  private static String collection(String properties, String geometry, String more) {
    return "{\"type\":\"FeatureCollection\",\"features\":["
        + feature(properties, geometry)
        + "]"
        + more
        + "}";
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
  }
}

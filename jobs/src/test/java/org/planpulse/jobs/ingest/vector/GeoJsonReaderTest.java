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

class GeoJsonReaderTest {

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
    assertThatThrownBy(() -> read("{\"type\":\"Topology\",\"objects\":{}}"))
        .isInstanceOf(FileFault.class)
        .hasMessage("FILE_DAMAGED");
  }

  private FeatureRows read(String json) throws IOException, FileFault {
    Files.writeString(landing.resolve("旗县.geojson"), "\ufeff" + json);
    Delivery delivery = TestSources.delivery(landing);
    assertThat(FileFormat.of(delivery.path())).isEqualTo(FileFormat.GEOJSON);
    Contract contract =
        TestSources.contract("D01", Form.VECTOR_LAYER, ".*", null, "EPSG:4326", "CODE");
    Findings findings = new Findings(issues, delivery, contract);
    CrsDecision crs = new CrsDecision(contract, null, findings);
    return new GeoJsonReader(SharedSpark.session(), contract, crs, findings).read(delivery);
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

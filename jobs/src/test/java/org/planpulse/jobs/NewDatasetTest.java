package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Datasets the program has never seen, added by the YAML files under new-dataset/ alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewDatasetTest {

  private static final String FENCES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"编号": "F1", "名称": "北围栏", "类别": "围栏", "高": "1.2"},
         "geometry": {"type": "LineString", "coordinates": [[112.0, 43.6], [112.0, 43.7]]}},
        {"type": "Feature", "properties": {"编号": "F2", "名称": "饮水点", "类别": "点"},
         "geometry": {"type": "Point", "coordinates": [112.1, 43.6]}},
        {"type": "Feature", "properties": {"编号": "F3", "名称": "圈", "类别": "面"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[112, 43.6], [112.01, 43.6], [112.01, 43.61], [112, 43.61], [112, 43.6]]]}},
        {"type": "Feature", "properties": {"编号": "F1", "名称": "重号", "类别": "点"},
         "geometry": {"type": "Point", "coordinates": [112.1, 43.6]}}
      ]}
      """;

  private RealWorkspace city;
  private Path root;

  @BeforeAll
  void deliver(@TempDir Path folder) throws IOException, URISyntaxException {
    root = folder;
    city = new RealWorkspace(folder, "/new-dataset", "erenhot-2021-2035", "152501");
    Files.writeString(
        city.landing("wells_2024.csv"),
        """
        井名,井号,经度,纬度,成井日期,年开采量,井深
        一号井,W1,112.01,43.65,2011-06-01,12.5,120
        二号井,W2,112.02,43.66,,约三,80
        ,W3,112.03,43.67,,1,60
        """,
        Charset.forName("GB18030"));
    Files.writeString(city.landing("fences.geojson"), FENCES);
    Files.writeString(city.landing("自然资源局/草原规划文本.pdf"), "%PDF-1.4 text of a plan");
    city.run();
  }

  @Test
  void aRegisterGivesARowForEachFigureOfAnEntry() {
    List<Row> rows =
        city.table("silver.register_entry", "entry_id = 'W1'").orderBy("item_code").collectAsList();

    assertThat(rows)
        .extracting(row -> row.<String>getAs("item_code"))
        .containsExactly("depth", "yield_a_year");
    Row water = rows.get(1);
    assertThat(water.<Double>getAs("si_value")).isEqualTo(125_000);
    assertThat(water.<String>getAs("si_unit")).isEqualTo("m3");
    assertThat(water.<Integer>getAs("year")).isEqualTo(2024);
    assertThat(water.<Object>getAs("started_on")).hasToString("2011-06-01");
    assertThat(water.getJavaMap(water.fieldIndex("attributes"))).containsEntry("井名", "一号井");
  }

  @Test
  void anEntryWithoutNameIsQuarantinedAndAnUnreadableFigureIsMissingNotZero() {
    assertThat(city.table("silver.register_entry", "entry_id = 'W3'").count()).isZero();
    assertThat(city.table("ops.quarantine", "dataset = 'X-01'").count()).isEqualTo(1);
    Row unreadable =
        city.table("silver.register_entry", "entry_id = 'W2' AND item_code = 'yield_a_year'")
            .first();
    assertThat(unreadable.<Object>getAs("value")).isNull();
    assertThat(unreadable.<String>getAs("value_status")).isEqualTo("MISSING");
  }

  @Test
  void aThemeTakesLinesPointsAndPolygons() {
    Map<String, Row> byId =
        city.table("silver.theme_feature", "theme = 'X-02'").collectAsList().stream()
            .collect(Collectors.toMap(row -> row.<String>getAs("feature_id"), row -> row));

    assertThat(byId).containsOnlyKeys("F1", "F2", "F3");
    // A tenth of a degree of the meridian at 43.65 degrees, where its radius is 6,365,871 m.
    assertThat(byId.get("F1").<Double>getAs("length_m")).isCloseTo(11_110.54, within(0.05));
    assertThat(byId.get("F1").getJavaMap(byId.get("F1").fieldIndex("attributes")))
        .containsEntry("高", "1.2");
    assertThat(byId.get("F2").<Object>getAs("length_m")).isNull();
    assertThat(byId.get("F3").<BigDecimal>getAs("area_m2").doubleValue())
        .isBetween(890_000.0, 900_000.0);
    assertThat(city.table("ops.data_issue", "code = 'DUPLICATE_ID' AND dataset = 'X-02'").count())
        .isEqualTo(1);
  }

  @Test
  void aDocumentIsListedAndKeptByItsHash() throws IOException {
    Row document = city.table("silver.document", "dataset = 'X-03'").first();

    assertThat(document.<String>getAs("title")).isEqualTo("草原规划文本");
    assertThat(document.<String>getAs("format")).isEqualTo("pdf");
    String hash = document.getAs("sha256");
    assertThat(
            root.resolve("warehouse/documents")
                .resolve(hash.substring(0, 2))
                .resolve(hash + ".pdf"))
        .hasContent("%PDF-1.4 text of a plan");
  }

  @Test
  void theLedgerKnowsThem() {
    assertThat(
            city.table("ops.delivery", "dataset LIKE 'X-%' AND received_on IS NOT NULL")
                .orderBy("dataset")
                .select("dataset", "state")
                .collectAsList())
        .extracting(Row::toString)
        .contains("[X-03,accepted]");
  }
}

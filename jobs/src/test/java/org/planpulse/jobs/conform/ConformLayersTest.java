package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformLayersTest {

  /** 111.5-112.0 E, 43.0-43.5 N: 2 255 540 783.01 m² by the official series. */
  private static final String RECTANGLE =
      "POLYGON((111.5 43, 112 43, 112 43.5, 111.5 43.5, 111.5 43))";

  @TempDir Path folder;

  @Test
  void givesUnitsOfTwoLayersInOneFileLevelAndParent() {
    ConformFixture fixture = new ConformFixture(folder);
    fixture.file("units.gpkg", "D01-04a", null, "2026-09-01");
    fixture.file("units.gpkg", "D01-04b", null, "2026-09-01");
    unit(fixture, "D01-04a", 1, Map.of("XZQDM", "152501", "XZQMC", "二连浩特市"));
    unit(fixture, "D01-04a", 2, Map.of("XZQDM", "152501200", "XZQMC", "苏木"));
    unit(fixture, "D01-04b", 1, Map.of("ZLDWDM", "1525012002010000000", "ZLDWMC", "嘎查"));

    fixture.run(new ConformAdminUnits());

    List<Row> units = fixture.rows("silver.admin_unit", "region_code");
    assertThat(units)
        .extracting(row -> row.<String>getAs("region_code"))
        .containsExactly("152501", "152501200", "152501200201");
    assertThat(units)
        .extracting(row -> row.<String>getAs("level"))
        .containsExactly("city", "township", "village");
    assertThat(units)
        .extracting(row -> row.<String>getAs("parent_code"))
        .containsExactly(null, "152501", "152501200");
    assertThat(units.get(0).<BigDecimal>getAs("area_m2")).isEqualTo("2255540783.01");
  }

  @Test
  void readsCutFieldNamesAndConvertsDeclaredUnits() {
    ConformFixture fixture = new ConformFixture(folder);
    fixture.file("grass.shp", "A-04", null, "2026-09-01");
    fixture.feature(
        "A-04",
        "grass.shp",
        1,
        "EPSG:4490",
        RECTANGLE,
        Map.of("标识码", "152501000000000001", "名称", "草原", "面积", "3383311.17"));

    fixture.run(new ConformControlZones());

    Row zone = fixture.rows("silver.control_zone", "zone_id").get(0);
    assertThat(zone.<String>getAs("zone_layer")).isEqualTo("JBCY");
    assertThat(zone.<BigDecimal>getAs("declared_area_m2")).isEqualTo("2255540780.00");
    assertThat(fixture.issueCodes()).isEmpty();
  }

  private static void unit(
      ConformFixture fixture, String dataset, int number, Map<String, String> fields) {
    fixture.feature(dataset, "units.gpkg", number, "EPSG:4490", RECTANGLE, fields);
  }
}

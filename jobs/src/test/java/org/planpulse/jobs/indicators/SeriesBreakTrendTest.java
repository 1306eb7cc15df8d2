package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

class SeriesBreakTrendTest {

  @TempDir Path folder;

  /** Farmland of 9, 8 and 7 strips, then by other classes of 2 to 6. */
  @Test
  void aTrendIsThatOfTheYearsSinceTheBreak() throws IOException {
    MiniCity city = new MiniCity(folder, withBreakIn(2023));
    int[] strips = {9, 8, 7, 2, 3, 4, 5, 6};
    for (int i = 0; i < strips.length; i++) {
      city.parcel(2020 + i, "f", "0103", "", WEST, box(0, 0, strips[i], 1));
    }
    city.built();
    city.run(new LandAreaJob());
    city.run(new IndicatorJob());

    Row trend =
        city.rows(
                "SELECT from_year, to_year, points, slope_per_year * 1e8 / 15 AS slope"
                    + " FROM gold_indicator_trend WHERE indicator_code = 'TJ21-A-11'"
                    + " AND region_code = '%s'".formatted(CITY))
            .get(0);

    assertThat(trend.getInt(0)).isEqualTo(2023);
    assertThat(trend.getInt(1)).isEqualTo(2027);
    assertThat(trend.getInt(2)).isEqualTo(5);
    assertThat(trend.getDouble(3)).isCloseTo(strip(), within(1.0));
  }

  /** Square metres; 15 mu are a hectare. */
  private static double strip() {
    return area(box(0, 0, 1, 1)).doubleValue();
  }

  private Schemas withBreakIn(int year) throws IOException {
    Path files = Files.createDirectories(folder.resolve("schemas/codelists"));
    Files.writeString(
        files.resolve("breaks.yaml"),
        """
        - id: test
          year: %d
          kind: class_system
          land: true
          text: {zh: 另一分类, en: other classes}
        """
            .formatted(year));
    return Schemas.load(SchemaFiles.packaged().overlaidWith(folder.resolve("schemas")));
  }
}

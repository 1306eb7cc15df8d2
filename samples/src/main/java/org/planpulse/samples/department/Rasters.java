package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.format.GeoTiffWriter;
import org.planpulse.samples.format.GeoTiffWriter.Grid;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.GaussKruger;
import org.planpulse.samples.geography.SmoothField;
import org.planpulse.samples.land.LandHistory;

/** A height model in EPSG:4546 and a yearly greenness in EPSG:4490, a little beyond the city. */
public final class Rasters {

  /** EPSG:4546 metres. */
  private static final Grid HEIGHTS = new Grid(4546, true, 532_000, 4_848_000, 200, 345, 425);

  /** EPSG:4490 degrees. */
  private static final Grid GREENNESS = new Grid(4490, false, 111.4, 43.775, 0.0025, 345, 310);

  /** Cells further out than this share of the city's radius hold no data. */
  private static final double MARGIN = 1.04;

  private static final double MEAN_HEIGHT = 932;
  private static final float NO_HEIGHT = -9999;
  private static final float NO_GREENNESS = -3;

  private static final double MEAN_RAIN = 142;

  private final Blob outline = new CitySketch().outline();
  private final GaussKruger projection = new GaussKruger();
  private final SmoothField broad;
  private final SmoothField fine;

  private Rasters(Random random) {
    this.broad = new SmoothField(random, 60_000);
    this.fine = new SmoothField(random, 9_000);
  }

  public static void write(LandingZone zone, Random random) throws IOException {
    Rasters rasters = new Rasters(random);
    GeoTiffWriter.write(
        zone.place(LandSurvey.DEPARTMENT, "DEM.tif", LocalDate.of(2021, 3, 5)),
        HEIGHTS,
        rasters.heights(),
        "-9999");
    float[] pattern = rasters.pattern();
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      GeoTiffWriter.write(
          zone.place(LandSurvey.DEPARTMENT, "NDVI_" + year + ".tif", LocalDate.of(year + 1, 2, 1)),
          GREENNESS,
          greenness(pattern, year, random),
          "-3");
    }
  }

  private float[] heights() {
    float[] cells = new float[HEIGHTS.columns() * HEIGHTS.rows()];
    double sum = 0;
    int inside = 0;
    for (int i = 0; i < cells.length; i++) {
      double x = HEIGHTS.x(i % HEIGHTS.columns()) + GaussKruger.ZONE_PREFIX;
      double y = HEIGHTS.y(i / HEIGHTS.columns());
      double rank = outline.rank(x, y);
      cells[i] = rank < MARGIN ? (float) relief(x, y) : NO_HEIGHT;
      if (rank < 1) {
        sum += cells[i];
        inside++;
      }
    }
    double lift = MEAN_HEIGHT - sum / inside;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != NO_HEIGHT) {
        cells[i] = (float) (Math.rint(10 * (cells[i] + lift)) / 10);
      }
    }
    return cells;
  }

  /** Rises gently to the north-west; a basin at the lake. Metres, before the mean is set. */
  private double relief(double x, double y) {
    double tilt = (y - outline.y() - (x - outline.x())) / 2_000;
    double basin = 40 * Math.exp(-Math.pow(CitySketch.lake().rank(x, y) / 2, 2));
    return 900 + tilt + 22 * broad.at(x, y) + 5 * fine.at(x, y) - basin;
  }

  /** Growing-season mean NDVI: more in wet years, patchy from place to place. */
  private static float[] greenness(float[] pattern, int year, Random random) {
    double rain = Double.parseDouble(Figures.read("water.csv").at("precipitation_depth", year));
    double base = 0.185 + 0.0006 * (rain - MEAN_RAIN);
    float[] cells = new float[pattern.length];
    for (int i = 0; i < cells.length; i++) {
      double value = base + pattern[i] + 0.006 * random.nextGaussian();
      boolean beyond = Float.isNaN(pattern[i]);
      cells[i] = beyond ? NO_GREENNESS : (float) (Math.rint(10_000 * value) / 10_000);
    }
    return cells;
  }

  /** What a place has more or less than the mean in every year; not a number beyond the margin. */
  private float[] pattern() {
    float[] cells = new float[GREENNESS.columns() * GREENNESS.rows()];
    for (int i = 0; i < cells.length; i++) {
      double longitude = GREENNESS.x(i % GREENNESS.columns());
      double latitude = GREENNESS.y(i / GREENNESS.columns());
      Coordinate plane = projection.toPlane(new Coordinate(longitude, latitude));
      boolean beyond = outline.rank(plane.x, plane.y) >= MARGIN;
      double value = 0.025 * broad.at(plane.x, plane.y) + 0.012 * fine.at(plane.x, plane.y);
      cells[i] = beyond ? Float.NaN : (float) value;
    }
    return cells;
  }
}

package org.planpulse.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.planpulse.samples.department.BureauLists;
import org.planpulse.samples.department.EcologyBranch;
import org.planpulse.samples.department.GrasslandPlots;
import org.planpulse.samples.department.GroundwaterWells;
import org.planpulse.samples.department.LandSurvey;
import org.planpulse.samples.department.LandingZone;
import org.planpulse.samples.department.PlanLayers;
import org.planpulse.samples.department.Rasters;
import org.planpulse.samples.department.StatisticalReturns;
import org.planpulse.samples.department.UrbanLayers;
import org.planpulse.samples.department.WaterBulletin;
import org.planpulse.samples.department.WaterSections;
import org.planpulse.samples.department.WeatherStation;
import org.planpulse.samples.department.Yearbook2023;
import org.planpulse.samples.department.Yearbook2026;
import org.planpulse.samples.geography.Cell;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.ParcelFabric;
import org.planpulse.samples.land.LandHistory;

/**
 * An invented city for demonstrations and tests: everything that departments would hand over for
 * 2020 to 2025, in their own formats. Files are named 样例 and say that their figures are not real.
 */
public final class DemoCity {

  private final DemoOptions options;

  private DemoCity(DemoOptions options) {
    this.options = options;
  }

  public static DemoCity of(DemoOptions options) {
    return new DemoCity(options);
  }

  /**
   * Writes the files below a folder, which is created when absent.
   *
   * @return all files in the order of writing, the hand-over list last
   */
  public List<Path> writeTo(Path landing) throws IOException {
    LandingZone zone = new LandingZone(landing);
    writeLand(zone);
    Rasters.write(zone, random("raster"));
    new Yearbook2023().write(zone);
    new Yearbook2026().write(zone);
    WaterBulletin.write(zone);
    WeatherStation.write(zone, random("weather"));
    EcologyBranch.write(zone, random("air"));
    WaterSections.write(zone, random("sections"));
    GrasslandPlots.write(zone, random("plots"));
    GroundwaterWells.write(zone, random("wells"));
    StatisticalReturns.write(zone);
    BureauLists.write(zone);
    UrbanLayers.write(zone);
    zone.writeHandoverList();
    return zone.files();
  }

  private void writeLand(LandingZone zone) throws IOException {
    CitySketch sketch = new CitySketch();
    List<Cell> cells = ParcelFabric.of(sketch, options.parcels(), options.seed());
    LandHistory history = new LandHistory(cells, random("land"));
    new PlanLayers(zone).write(sketch, history);
    LandSurvey.write(zone, history);
    while (history.year() < LandHistory.LAST_YEAR) {
      history.advance();
      LandSurvey.write(zone, history);
    }
  }

  /**
   * A stream of its own for each subject, so that a change in one leaves the others as they were.
   */
  private Random random(String subject) {
    return new Random(31 * options.seed() + subject.hashCode());
  }
}

package org.planpulse.samples.land;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.SmoothField;

/**
 * The open country: patches of grass, sand and shrub from smooth fields, wetland and salt round the
 * lake.
 */
final class Steppe {

  /** Share of parcels that differ from what surrounds them. */
  private static final double SPECKLE = 0.03;

  private final Blob lake = CitySketch.lake();
  private final Random random;
  private final SmoothField pasture;
  private final SmoothField sand;
  private final SmoothField shrub;

  Steppe(Random random) {
    this.random = random;
    this.pasture = new SmoothField(random, 40_000);
    this.sand = new SmoothField(random, 25_000);
    this.shrub = new SmoothField(random, 18_000);
  }

  String classAt(Coordinate site) {
    double draw = random.nextDouble();
    double toLake = lake.rank(site.x, site.y);
    if (toLake < 0.35) {
      return draw < 0.7 ? "1106" : "1104";
    }
    if (toLake < 0.7) {
      return draw < 0.6 ? "1108" : "0402";
    }
    if (toLake < 1) {
      return "1204";
    }
    if (draw < SPECKLE) {
      return draw < SPECKLE / 2 ? "1206" : "0404";
    }
    return dryLand(site);
  }

  private String dryLand(Coordinate site) {
    double sandiness = sand.at(site.x, site.y);
    if (sandiness > 0.8) {
      return "1205";
    }
    if (sandiness > 0.68) {
      return "1206";
    }
    if (sandiness < -1.05) {
      return "1204";
    }
    double woodiness = shrub.at(site.x, site.y);
    if (woodiness > 0.9) {
      return "0305";
    }
    if (woodiness < -1.05) {
      return "0307";
    }
    return pasture.at(site.x, site.y) < -0.35 ? "0404" : "0401";
  }
}

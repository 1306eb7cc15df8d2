package org.planpulse.samples.land;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.CitySketch;

/** What stands in the town: classes drawn by share, other shares in the cooperation zone. */
final class TownUse {

  private record Share(String code, double share) {}

  private static final List<Share> TOWN =
      List.of(
          new Share("0701", 0.31),
          new Share("1004", 0.17),
          new Share("05H1", 0.11),
          new Share("0508", 0.06),
          new Share("0601", 0.09),
          new Share("08H1", 0.05),
          new Share("08H2", 0.07),
          new Share("0809", 0.03),
          new Share("0810", 0.06),
          new Share("1005", 0.02),
          new Share("1201", 0.03));

  private static final List<Share> COOPERATION_ZONE =
      List.of(
          new Share("0601", 0.38),
          new Share("0508", 0.27),
          new Share("1004", 0.14),
          new Share("05H1", 0.08),
          new Share("0809", 0.05),
          new Share("0810", 0.03),
          new Share("1201", 0.05));

  private TownUse() {}

  static LandUse draw(Coordinate site, Random random) {
    if (CitySketch.inCooperationZone(site.x, site.y)) {
      return LandUse.settled(draw(COOPERATION_ZONE, random), "202");
    }
    return LandUse.settled(draw(TOWN, random), "201");
  }

  private static String draw(List<Share> shares, Random random) {
    double draw = random.nextDouble();
    for (Share share : shares) {
      draw -= share.share;
      if (draw < 0) {
        return share.code;
      }
    }
    return shares.get(0).code;
  }
}

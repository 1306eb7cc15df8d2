package org.planpulse.samples.land;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.CitySketch;

/**
 * A village-level unit. The codes and names of the townships and the names of the communities are
 * real; the last three digits, the gachas and all borders are invented.
 *
 * @param code 12 digits: county, township, village
 */
public record AdminUnit(String code, String name) {

  public static final String CITY_CODE = "152501";
  public static final String CITY_NAME = "二连浩特市";

  private static final String SUMU = "152501200";

  private static final double TOWN_REACH = 6_500;

  private static final AdminUnit COOPERATION_ZONE = new AdminUnit("152501401001", "合作区（样例）");

  /** One for each village place of the sketch, in the same order. */
  private static final List<AdminUnit> GACHAS =
      numbered(SUMU, 201, List.of("嘎查一（样例）", "嘎查二（样例）", "嘎查三（样例）", "嘎查四（样例）", "嘎查五（样例）"));

  private static final List<AdminUnit> COMMUNITIES =
      numbered(
          "152501400", 1, List.of("北疆社区", "东城社区", "额仁社区", "呼和社区", "南苑社区", "乌兰社区", "西城社区", "锡林社区"));

  /** The unit that a place belongs to: by sector around the town, else the nearest village. */
  public static AdminUnit at(Coordinate site) {
    if (CitySketch.inCooperationZone(site.x, site.y)) {
      return COOPERATION_ZONE;
    }
    Coordinate centre = CitySketch.townCentre();
    if (site.distance(centre) < TOWN_REACH) {
      double turn = Math.atan2(site.x - centre.x, site.y - centre.y) / (2 * Math.PI);
      return COMMUNITIES.get(Math.floorMod((int) Math.floor(8 * turn), 8));
    }
    List<Coordinate> villages = CitySketch.villages();
    int nearest =
        IntStream.range(0, villages.size())
            .boxed()
            .min(Comparator.comparingDouble(i -> villages.get(i).distance(site)))
            .orElseThrow();
    return GACHAS.get(nearest);
  }

  /** Nine digits. */
  public String townshipCode() {
    return code.substring(0, 9);
  }

  public String townshipName() {
    return switch (townshipCode()) {
      case SUMU -> "格日勒敖都苏木";
      case "152501400" -> "二连浩特市社区建设管理局";
      case "152501401" -> "二连边境经济技术合作区";
      default -> throw new IllegalStateException("no township " + townshipCode());
    };
  }

  /** The 19 digits of ZLDWDM and QSDWDM. */
  public String surveyCode() {
    return code + "0000000";
  }

  public boolean isGacha() {
    return townshipCode().equals(SUMU);
  }

  private static List<AdminUnit> numbered(String township, int first, List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new AdminUnit(township + "%03d".formatted(first + i), names.get(i)))
        .toList();
  }
}

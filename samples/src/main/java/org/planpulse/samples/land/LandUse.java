package org.planpulse.samples.land;

import java.util.Map;

/**
 * The use of a parcel.
 *
 * @param code DLBM of the third national land survey
 * @param settlement CZCSXM: 201 city, 202 town, 203 village, 204 mine; empty elsewhere
 * @param slopeGrade GDPDJB of farmland: 1 up to 2 degrees, 2 up to 6 degrees; 0 for other classes
 */
public record LandUse(String code, String settlement, int slopeGrade) {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("0102", "水浇地"),
          Map.entry("0103", "旱地"),
          Map.entry("0305", "灌木林地"),
          Map.entry("0307", "其他林地"),
          Map.entry("0401", "天然牧草地"),
          Map.entry("0402", "沼泽草地"),
          Map.entry("0404", "其他草地"),
          Map.entry("05H1", "商业服务业设施用地"),
          Map.entry("0508", "物流仓储用地"),
          Map.entry("0601", "工业用地"),
          Map.entry("0602", "采矿用地"),
          Map.entry("0701", "城镇住宅用地"),
          Map.entry("0702", "农村宅基地"),
          Map.entry("08H1", "机关团体新闻出版用地"),
          Map.entry("08H2", "科教文卫用地"),
          Map.entry("0809", "公用设施用地"),
          Map.entry("0810", "公园与绿地"),
          Map.entry("1001", "铁路用地"),
          Map.entry("1003", "公路用地"),
          Map.entry("1004", "城镇村道路用地"),
          Map.entry("1005", "交通服务场站用地"),
          Map.entry("1006", "农村道路"),
          Map.entry("1007", "机场用地"),
          Map.entry("1101", "河流水面"),
          Map.entry("1104", "坑塘水面"),
          Map.entry("1106", "内陆滩涂"),
          Map.entry("1108", "沼泽地"),
          Map.entry("1201", "空闲地"),
          Map.entry("1202", "设施农用地"),
          Map.entry("1204", "盐碱地"),
          Map.entry("1205", "沙地"),
          Map.entry("1206", "裸土地"));

  public LandUse {
    if (!NAMES.containsKey(code)) {
      throw new IllegalArgumentException("no land class " + code);
    }
  }

  /** Open country and everything outside settlements. */
  static LandUse of(String code) {
    return new LandUse(code, "", 0);
  }

  static LandUse settled(String code, String settlement) {
    return new LandUse(code, settlement, 0);
  }

  /** DLMC. */
  public String name() {
    return NAMES.get(code);
  }

  public boolean isFarmland() {
    return code.startsWith("01");
  }

  /**
   * Whether it counts as urban construction land: every class used with these codes is
   * construction.
   */
  public boolean isUrban() {
    return settlement.equals("201") || settlement.equals("202");
  }

  boolean isGrassland() {
    return code.equals("0401") || code.equals("0404");
  }

  boolean isOpenLand() {
    return isGrassland() || code.equals("1205") || code.equals("1206") || code.equals("1204");
  }
}

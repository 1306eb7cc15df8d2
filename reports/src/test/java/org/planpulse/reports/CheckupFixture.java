package org.planpulse.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.Errata;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Sources;
import org.planpulse.reports.model.Trace;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Warning;
import org.planpulse.schemas.Language;

/** A check-up of the size and awkwardness of a real one; all values are invented. */
final class CheckupFixture {
  static final int YEAR = 2025;
  private final Language language;

  private CheckupFixture(Language language) {
    this.language = language;
  }

  static Checkup of(Language language) {
    return new CheckupFixture(language).checkup();
  }

  private String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  private Checkup checkup() {
    LandFixture land = new LandFixture(language);
    return new Checkup(
        language,
        "152501",
        t("二连浩特市", "Erenhot"),
        t("《二连浩特市国土空间总体规划（2021—2035年）》", "Erenhot Territorial Spatial Plan (2021–2035)"),
        t("内政字〔2024〕12号，2024年1月20日", "Regional government document 12 (2024), 20 January 2024"),
        YEAR,
        2020,
        2035,
        t(
            "TD/T 1063-2021《国土空间规划城市体检评估规程》",
            "TD/T 1063-2021, Code of practice for city check-up of territorial spatial plans"),
        "2026-10-31",
        true,
        t(
            "本报告所用统计、图斑、控制线与栅格资料均为程序生成的样例，不代表真实情况；规划批复目标、普查人口等为公开事实。",
            "Statistics, parcels, control lines and rasters in this report are generated samples and"
                + " describe no real place; the targets of the approval and census population are"
                + " public facts."),
        verdict(),
        new IndicatorFixture(language).dimensions(),
        controlLines(land),
        land.landUse(),
        Map.of(
            "GD", t("耕地", "Farmland"),
            "CD", t("草地", "Grassland"),
            "JSYD", t("建设用地", "Construction land")),
        warnings(),
        sources(),
        trace(),
        errata());
  }

  private List<Trace> trace() {
    return List.of(
        new Trace(
            "TJ21-A-01",
            t("人均用水 126.1 m³/人", "Water use per head 126.1 m³/person"),
            "try_divide(8900000, 70579)",
            List.of(
                new Trace.Input(
                    t("用水总量", "Total water use"),
                    "8,900,000 m³",
                    t(
                        "农牧和水务局/样例_水资源公报_2025.xlsx 表3 C7“890”",
                        "农牧和水务局/样例_水资源公报_2025.xlsx 表3 C7 “890”"),
                    "2026-05-12"))));
  }

  private Errata errata() {
    return new Errata(
        "2026-07-01",
        t(
            "与2026-07-01所出报告相比，2个数值有更正，另有2个数值系补报。",
            "Compared with the report of 2026-07-01: figures corrected 2, supplied late 2."),
        List.of(
            new Errata.Row(
                "TJ21-F-06",
                t("每千名老年人养老床位数", "Beds per 1000 elderly"),
                2023,
                t("张/千人", "beds per 1000"),
                0,
                1.49,
                1.51,
                t("经审核更正", "reviewed correction"),
                "民政局/样例_养老机构.xlsx"),
            new Errata.Row(
                "TJ21-D-02",
                t("万元产值用水量", "Water use per output"),
                2022,
                t("m³/万元", "m³/10,000 yuan"),
                2,
                12.34,
                12.5,
                t("来源修订", "revised by its source"),
                "统计局/样例_二连浩特市统计年鉴2026.xlsx")));
  }

  private Verdict verdict() {
    Map<Level, Integer> lights = new EnumMap<>(Level.class);
    lights.put(Level.GREEN, 18);
    lights.put(Level.BLUE, 6);
    lights.put(Level.YELLOW, 4);
    lights.put(Level.ORANGE, 2);
    lights.put(Level.RED, 1);
    lights.put(Level.INFO, 21);
    return new Verdict(
        t(
            "2025年度共列入体检指标57项，有值52项，其中设有目标并作判定的31项：达标18项，提示6项，关注4项，接近底线2项，突破1项。突破目标的指标为：耕地保有量。用水总量的控制指标尚未下达，本年度不作判定。",
            "The 2025 check-up covers 57 indicators; 52 have a value and 31 are judged against a"
                + " target: 18 met, 6 notice, 4 watch, 2 close to the limit, 1 broken. Target broken:"
                + " farmland stock. No cap has been issued for total water use, so no judgement is"
                + " made this year."),
        lights,
        5,
        targets(),
        List.of(
            t(
                "耕地保有量2025年为0.1187万亩，目标不低于0.1191万亩，低于底线0.0004万亩。",
                "Farmland stock was 0.1187 (10⁴ mu) in 2025 against at least 0.1191, 0.0004 under the"
                    + " floor."),
            t(
                "生态保护红线内建设用地：2025年3个图斑、12.46公顷，涉及格日勒敖都苏木嘎查二（样例）。",
                "Construction inside the ecological red line: 3 parcels, 12.46 ha in 2025, in Geriletu"
                    + " Aodu sumu, gacha 2 (sample).")),
        List.of(
            t(
                "自然资源局牵头核查耕地保有量减少的图斑，制定补足方案，年内恢复到不低于0.1191万亩。",
                "Bureau of Natural Resources: review the parcels lost, make a plan to restore farmland"
                    + " stock to at least 0.1191 (10⁴ mu) within the year."),
            t(
                "商请锡林郭勒盟尽快下达用水总量的控制指标。",
                "Ask Xilingol League to issue the cap for total water use.")));
  }

  private List<Verdict.TargetRow> targets() {
    String mu = t("万亩", "10⁴ mu");
    return List.of(
        target(
            "T-01",
            "耕地保有量",
            "Farmland stock",
            0.1187,
            0.1191,
            "≥ 0.1191",
            mu,
            4,
            -0.0034,
            Level.RED),
        target(
            "T-04",
            "城镇开发边界扩展倍数",
            "Expansion of the urban growth boundary",
            1.3391,
            1.3472,
            "≤ 1.3472",
            t("倍", "times"),
            4,
            0.006,
            Level.ORANGE),
        target(
            "T-03",
            "生态保护红线面积",
            "Ecological red line",
            1061.8,
            1061.0,
            "≥ 1,061.0",
            "km²",
            1,
            0.0008,
            Level.GREEN),
        target(
            "T-06",
            "基本草原面积",
            "Basic grassland",
            401.3,
            400.0,
            "≥ 400.00",
            mu,
            2,
            0.0033,
            Level.GREEN),
        target(
            "T-05",
            "用水总量",
            "Total water use",
            1123.4,
            null,
            t("控制指标未下达", "cap not issued"),
            t("万m³", "10⁴ m³"),
            1,
            null,
            Level.INFO));
  }

  private Verdict.TargetRow target(
      String id,
      String zh,
      String en,
      Double value,
      Double target,
      String text,
      String unit,
      int decimals,
      Double margin,
      Level level) {
    return new Verdict.TargetRow(
        id,
        t(zh, en),
        t("到2035年，" + zh + "应符合批复要求，不得突破。", en + " shall keep to the approval until 2035."),
        value,
        target,
        text,
        unit,
        decimals,
        margin,
        level,
        t("判定见左。", "Judged as shown."));
  }

  private ControlLines controlLines(LandFixture land) {
    return new ControlLines(
        t(
            "4类控制线与2025年地类图斑逐一叠加，面积按椭球面积计算。规则检查发现2类问题，共18.92公顷。",
            "4 kinds of control line were overlaid with the land parcels of 2025; areas are"
                + " ellipsoidal. The rules found 2 kinds of problem on 18.92 ha."),
        List.of(
            zone(
                "生态保护红线",
                "Ecological red line",
                12,
                1_061_800_000.25,
                124_600.5,
                0,
                985_004_210.75,
                "≥ 1,061 km²",
                Level.GREEN),
            zone(
                "永久基本农田",
                "Permanent basic farmland",
                9,
                612_345.67,
                0,
                612_345.67,
                0,
                "",
                Level.INFO),
            zone(
                "城镇开发边界",
                "Urban growth boundary",
                5,
                50_888_123.45,
                40_120_456.78,
                2_345.6,
                8_120_000,
                t("≤ 2020年的1.3472倍", "≤ 1.3472 × 2020"),
                Level.ORANGE),
            zone(
                "基本草原",
                "Basic grassland",
                31,
                2_675_333_333.33,
                456_789.01,
                12_345.6,
                2_600_123_456.7,
                t("≥ 400万亩", "≥ 400 (10⁴ mu)"),
                Level.GREEN)),
        List.of(
            new ControlLines.ViolationRow(
                "R-01",
                t("生态保护红线内不得新增建设用地", "No new construction inside the ecological red line"),
                3,
                124_600.5,
                98_400.0,
                t("格日勒敖都苏木嘎查二（样例）、嘎查四（样例）", "Geriletu Aodu sumu: gacha 2, gacha 4 (samples)"),
                Level.RED),
            new ControlLines.ViolationRow(
                "R-02",
                t("城镇开发边界外不得新增城镇建设用地", "No new urban construction outside the growth boundary"),
                5,
                64_600,
                64_600.0,
                t("合作区（样例）", "Cooperation zone (sample)"),
                Level.YELLOW)),
        List.of(
            new ControlLines.ExposureRow(
                "R-03",
                t("洪涝风险区内公共服务设施", "Public facilities in flood risk zones"),
                2,
                1,
                null,
                null,
                t("东城社区", "Dongcheng community"),
                Level.ORANGE),
            new ControlLines.ExposureRow(
                "R-04",
                t("洪涝风险区内道路", "Roads in flood risk zones"),
                7,
                7,
                12_345.67,
                12_345.67,
                t("东城社区", "Dongcheng community"),
                Level.YELLOW)),
        t("规划分区与生态保护红线不一致", "Planning zones against the red line"),
        land.controlMaps());
  }

  private ControlLines.ZoneRow zone(
      String zh,
      String en,
      int zones,
      double area,
      double construction,
      double farmland,
      double grassland,
      String target,
      Level level) {
    return new ControlLines.ZoneRow(
        t(zh, en),
        zones,
        area,
        Map.of("JSYD", construction, "GD", farmland, "CD", grassland),
        target,
        level);
  }

  private List<Warning> warnings() {
    return List.of(
        new Warning(
            "T-11",
            "TJ21-C-11",
            Level.YELLOW,
            t("人均城镇建设用地面积", "Urban construction land per person"),
            412.5,
            400.0,
            t("m²/人", "m²/person"),
            1,
            t(
                "常住人口下降而建设用地继续增加，按近年趋势将于2028年超过上限。",
                "Residents fall while construction land grows; at the recent rate the ceiling breaks in 2028."),
            t("自然资源局", "Natural Resources"),
            2023,
            clause(),
            measure()),
        new Warning(
            "T-01",
            "TJ21-A-11",
            Level.RED,
            t("耕地保有量", "Farmland stock"),
            0.1187,
            0.1191,
            t("万亩", "10⁴ mu"),
            4,
            t("低于批复底线0.0004万亩。", "0.0004 (10⁴ mu) under the floor of the approval."),
            t("自然资源局、农牧和水务局", "Natural Resources; Agriculture and Water"),
            2025,
            clause(),
            measure()),
        new Warning(
            "T-29",
            "TJ21-F-29",
            Level.BLUE,
            t("年空气质量优良天数", "Good-air days"),
            331.0,
            null,
            t("d", "d"),
            0,
            t("连续三年减少。", "Fewer for three years in a row."),
            t("生态环境分局", "Ecology and Environment"),
            2024,
            clause(),
            measure()));
  }

  private String clause() {
    return t("到2035年应符合批复要求，不得突破。", "It shall keep to the approval until 2035.");
  }

  private String measure() {
    return t(
        "由自然资源局牵头核查减少的图斑，制定补足方案，年内恢复。",
        "The Bureau of Natural Resources reviews the parcels lost and restores them within the year.");
  }

  private Sources sources() {
    List<Sources.Delivery> deliveries = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      boolean complete = i % 5 != 0;
      deliveries.add(
          new Sources.Delivery(
              "dataset_" + i,
              t("地类图斑与行政单元数据" + i, "Land parcels and units " + i),
              t("自然资源局", "Natural Resources"),
              "2020–2025",
              complete ? t("采用", "accepted") : t("退回", "returned"),
              complete,
              "2026-09-18",
              i,
              12_345L * i,
              12_340L * i,
              5L * i,
              100 - i));
    }
    return new Sources(
        t(
            "应交资料16项，已收齐13项。共读入1,678,920行，装入1,678,240行，隔离680行。",
            "13 of 16 items owed are complete. 1,678,920 rows were read, 1,678,240 loaded and 680 quarantined."),
        List.of(
            new Sources.Department(
                t("自然资源局", "Natural Resources"), 60, 9, 1, 40, 10, 97, "2026-06-20"),
            new Sources.Department(t("统计局", "Statistics"), 4, 1, 0, 3, 0, 100, "2026-09-18"),
            new Sources.Department(t("公安局", "Public Security"), 2, 0, 0, 1, 1, null, "")),
        deliveries,
        List.of(
            new Sources.IssueLine(
                t("警告", "warning"),
                t("统计局", "Statistics"),
                t("统计年鉴", "Yearbook"),
                t(
                    "单元格“…”表示不足最小单位，按缺失处理。",
                    "The cell \"…\" means below half a unit and is read as missing."),
                2),
            new Sources.IssueLine(
                t("错误", "error"),
                t("自然资源局", "Natural Resources"),
                t("地类图斑", "Land parcels"),
                t(
                    "图斑自相交，已修复，修复面积单列。",
                    "A parcel crossed itself and was repaired; the area is kept on a line of its own."),
                17)),
        List.of(
            t("湿地按过渡期口径归入一级类“00 湿地”。", "Wetland follows the transitional first-level class 00."),
            t("人均指标分母采用年末常住人口。", "Per-person indicators divide by residents at year end.")),
        List.of(t("2020年常住人口75,794人（第七次全国人口普查）。", "Residents in 2020: 75,794 (seventh census).")),
        List.of(
            t(
                "TJ21-A-19 消防救援5分钟可达覆盖率：缺少消防站点位、道路网",
                "TJ21-A-19 5-minute fire-rescue cover: fire stations and road network missing")));
  }
}

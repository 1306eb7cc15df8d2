package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;
import org.planpulse.schemas.Language;

/** Land-use tables that add up to the cent, and maps of some hundred shapes. */
final class LandFixture {
  private static final String[][] CLASSES = {
    {"湿地", "Wetland", "#65CDAA"},
    {"耕地", "Farmland", "#F5F8DC"},
    {"种植园用地", "Plantation", "#BFE9AA"},
    {"林地", "Forest land", "#68B167"},
    {"草地", "Grassland", "#CDF57A"},
    {"商业服务业用地", "Commerce", "#FF0000"},
    {"工矿用地", "Industry and mining", "#BB9674"},
    {"住宅用地", "Residential", "#FFFF2D"},
    {"公共管理与公共服务用地", "Public services", "#FF00FF"},
    {"特殊用地", "Special use", "#855591"},
    {"交通运输用地", "Transport", "#B7B7B7"},
    {"水域及水利设施用地", "Water", "#338EC0"},
    {"其他土地", "Other land", "#EEEEEE"}
  };
  private static final double[] START_M2 = {
    42_123_456.78,
    816_412.31,
    12_000,
    9_123_456.11,
    3_812_345_678.9,
    2_345_678.12,
    18_123_456.7,
    9_876_543.21,
    3_456_789.01,
    1_234_567.89,
    24_567_890.12,
    5_432_109.87,
    85_541_960.98
  };
  private static final String CRS = "CGCS2000 / 3-degree Gauss-Kruger CM 111E";
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Language language;

  LandFixture(Language language) {
    this.language = language;
  }

  private String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  LandUse landUse() {
    List<Integer> years = List.of(2020, 2021, 2022, 2023, 2024, 2025);
    List<LandUse.StockRow> stock = new ArrayList<>();
    for (int i = 0; i < CLASSES.length; i++) {
      List<Double> areas = new ArrayList<>();
      for (int step = 0; step < years.size(); step++) {
        areas.add(START_M2[i] + step * drift(i));
      }
      stock.add(new LandUse.StockRow(name(i), areas));
    }
    return new LandUse(
        t(
            "2025年全市土地总面积4,015.00平方公里，其中草地94.9%、建设用地59.6平方公里。2020至2025年，312.40公顷土地的地类发生变化。",
            "In 2025 the territory measured 4,015.00 km²: 94.9 % grassland, 59.6 km² construction land."
                + " From 2020 to 2025, 312.40 ha changed class."),
        names(),
        colours(),
        years,
        stock,
        2024,
        2025,
        matrix(),
        causes(),
        changes(),
        proof(years),
        units(),
        landMap());
  }

  /** Grassland gives, mining and transport take; the sum is zero. */
  private static double drift(int index) {
    return switch (index) {
      case 1 -> -5_200.25;
      case 4 -> -412_000.5;
      case 6 -> 250_000.5;
      case 7 -> 67_200.25;
      case 10 -> 100_000;
      default -> 0;
    };
  }

  private static List<List<Double>> matrix() {
    int size = CLASSES.length + 1;
    List<List<Double>> matrix = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      List<Double> line = new ArrayList<>();
      for (int column = 0; column < size; column++) {
        boolean inside = row < CLASSES.length && column < CLASSES.length;
        line.add(
            inside && row == column ? START_M2[row] : inside && row == 4 ? drift(column) : 0.0);
      }
      matrix.add(line);
    }
    matrix.get(2).set(13, 0.37);
    return matrix;
  }

  private List<String> causes() {
    return List.of(
        t("实际变化", "Real change"),
        t("区划调整", "Boundary change"),
        t("分类口径变化", "Classification"),
        t("数据更正", "Correction"),
        t("闭合差", "Closing difference"));
  }

  private List<LandUse.StockRow> changes() {
    return List.of(
        new LandUse.StockRow(name(1), List.of(-41_200.25, 0.0, 0.0, 36_000.0, 0.37, -5_199.88)),
        new LandUse.StockRow(name(4), List.of(-412_000.5, 0.0, 0.0, 0.0, 0.0, -412_000.5)));
  }

  private static List<LandUse.ProofRow> proof(List<Integer> years) {
    return years.stream()
        .map(
            year ->
                new LandUse.ProofRow(
                    year,
                    4_015_000_000.12,
                    4_015_000_000.12,
                    4_015_000_000.12,
                    4_015_000_000.5,
                    -0.38,
                    0))
        .toList();
  }

  private List<LandUse.UnitRow> units() {
    List<LandUse.UnitRow> units = new ArrayList<>();
    for (int i = 1; i <= 14; i++) {
      units.add(
          new LandUse.UnitRow(
              "1525012002" + String.format("%02d", i),
              t("格日勒敖都苏木第" + i + "嘎查（样例）", "Gacha " + i + " of Geriletu Aodu sumu (sample)"),
              286_785_714.29 + i,
              Map.of("GD", 58_315.16 * (i % 3), "CD", 272_310_405.64, "JSYD", 4_257_142.86),
              i == 5 ? null : 0.18 + i * 0.004));
    }
    return units;
  }

  List<MapFigure> controlMaps() {
    List<Geometry> city = List.of(blob(48_000, 42_000, 41_000, 26_000, 90, 7));
    List<Geometry> units = new ArrayList<>();
    List<String> unitNames = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      units.add(
          blob(18_000 + (i % 5) * 15_000, 26_000 + (i / 5) * 16_000, 7_400, 7_800, 24, 40 + i));
      unitNames.add(t("第" + (i + 1) + "嘎查", "Gacha " + (i + 1)));
    }
    List<Layer> layers =
        List.of(
            new Layer("", city, "#F7F8F6", 1, "#8A9499", 0.8, false, List.of()),
            new Layer(
                t("生态保护红线", "Ecological red line"),
                many(12, 3, 5_000),
                "#68B167",
                0.45,
                "#2E7D4F",
                0.6,
                false,
                List.of()),
            new Layer(
                t("基本草原", "Basic grassland"),
                many(30, 4, 4_000),
                "#CDF57A",
                0.4,
                "",
                0,
                false,
                List.of()),
            new Layer(
                t("永久基本农田", "Permanent basic farmland"),
                many(9, 5, 900),
                "#E8C85A",
                0.9,
                "#A37B12",
                0.4,
                false,
                List.of()),
            new Layer(
                t("城镇开发边界", "Urban growth boundary"),
                many(3, 6, 3_000),
                "",
                0,
                "#B3261E",
                1.1,
                true,
                List.of()),
            new Layer(
                t("行政单元界", "Administrative units"), units, "", 0, "#8A9499", 0.4, true, unitNames));
    List<Layer> findings = new ArrayList<>(layers.subList(0, 2));
    findings.add(
        new Layer(
            t("规则检查发现的图斑", "Parcels found by the rules"),
            many(8, 9, 700),
            "#B3261E",
            0.9,
            "#7A0F09",
            0.5,
            false,
            List.of("R-01", "R-01", "R-01", "R-02", "R-02", "R-02", "R-02", "R-02")));
    return List.of(
        new MapFigure(
            "control",
            t("二连浩特市主要控制线分布", "Control lines of Erenhot"),
            t("主要控制线", "Control lines"),
            CRS,
            t("控制线图层", "control-line layers"),
            layers),
        new MapFigure(
            "violations",
            t("控制线规则检查结果", "Findings of the line rules"),
            t("规则检查发现的图斑", "Parcels found by the rules"),
            CRS,
            t("控制线图层", "control-line layers"),
            findings));
  }

  private MapFigure landMap() {
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Layer(
            "",
            List.of(blob(48_000, 42_000, 41_000, 26_000, 90, 7)),
            "#CDF57A",
            1,
            "#8A9499",
            0.8,
            false,
            List.of()));
    for (int i = 0; i < CLASSES.length; i++) {
      layers.add(
          new Layer(name(i), many(40, 100 + i, 1_500), CLASSES[i][2], 1, "", 0, false, List.of()));
    }
    return new MapFigure(
        "land-use",
        t("二连浩特市土地利用现状", "Land use of Erenhot"),
        t("土地利用现状", "Land use"),
        CRS,
        t("地类图斑", "land parcels"),
        layers);
  }

  private static List<Geometry> many(int count, int seed, double radius) {
    Random random = new Random(seed);
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double far = Math.sqrt(random.nextDouble()) * 0.8;
      shapes.add(
          blob(
              48_000 + far * 41_000 * Math.cos(angle),
              42_000 + far * 26_000 * Math.sin(angle),
              radius,
              radius,
              14,
              seed * 100 + i));
    }
    return shapes;
  }

  private static Polygon blob(double x, double y, double rx, double ry, int corners, int seed) {
    Random random = new Random(seed);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = 0.82 + 0.18 * random.nextDouble();
      ring[i] =
          new Coordinate(
              500_000 + x + rx * reach * Math.cos(angle),
              4_800_000 + y + ry * reach * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return GEOMETRY.createPolygon(ring);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < CLASSES.length; i++) {
      names.add(name(i));
    }
    return names;
  }

  private static List<String> colours() {
    List<String> colours = new ArrayList<>();
    for (String[] land : CLASSES) {
      colours.add(land[2]);
    }
    return colours;
  }

  private String name(int index) {
    return CLASSES[index][language == Language.ZH ? 0 : 1];
  }
}

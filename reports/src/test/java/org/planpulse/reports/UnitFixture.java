package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.Unit;
import org.planpulse.schemas.Language;

/** A unit of the city of {@link CheckupFixture}, with fewer indicators; all values are invented. */
final class UnitFixture {
  private static final int INDICATORS_OF_A_DIMENSION = 3;

  private UnitFixture() {}

  static Unit of(Language language) {
    boolean zh = language == Language.ZH;
    LandUse land = CheckupFixture.of(language).landUse();
    return new Unit(
        "152501200201",
        zh ? "嘎查一（样例）" : "Gacha 1 (sample)",
        zh
            ? "嘎查一（样例）（152501200201）：2025年土地总面积28,678.57公顷，其中草地27,231.04公顷。"
            : "Gacha 1 (sample) (152501200201): 28,678.57 ha of land in 2025, 27,231.04 ha"
                + " grassland.",
        new IndicatorFixture(language).dimensions().stream().map(UnitFixture::few).toList(),
        new LandStock(land.years(), land.stock()),
        List.of(
            zh
                ? "TJ21-B-14 闲置土地处置率：缺少闲置土地台账。"
                : "TJ21-B-14 Disposal of idle land: no register of idle land."),
        zh
            ? "另有155项指标的资料按全市提供，不分单元。"
            : "Another 155 indicators rest on data of the city as a whole.");
  }

  private static Dimension few(Dimension dimension) {
    return new Dimension(
        dimension.key(),
        dimension.name(),
        dimension.summary(),
        dimension.indicators().stream().limit(INDICATORS_OF_A_DIMENSION).toList(),
        List.of());
  }
}

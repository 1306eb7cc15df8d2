package org.planpulse.samples.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bureaus report and the yearbook prints too must be the same figures. */
class StatisticalReturnsTest {

  private final Figures yearbook = Figures.read("statistics.csv");
  private final List<String[]> lines = Figures.lines("returns.csv");

  @Test
  void figuresOfTheYearbookAreRepeated() {
    assertAgree("研究与试验发展经费支出", "rd_expenditure");
    assertAgree("旅客吞吐量", "airport_passengers");
    assertAgree("货邮吞吐量", "airport_cargo");
    assertAgree("高速公路", "motorway_length");
  }

  @Test
  void theCensusIsThatOfTheYearbook() {
    assertThat(line("常住人口")).containsExactly(yearbook.at("population_resident", 2020));
    assertThat(line("60岁及以上人口")).containsExactly(yearbook.at("population_60plus", 2020));
    assertThat(line("城镇人口")).containsExactly(yearbook.at("population_urban", 2020));
  }

  @Test
  void partsDoNotExceedTheirWhole() {
    assertBelow("闲置土地处置面积", "闲置土地认定面积");
    assertBelow("存量建设用地供应量", "国有建设用地供应总量");
    assertBelow("达标堤防长度", "堤防总长度");
    assertBelow("高标准农田面积", "评价耕地面积");
    assertBelow("居住半年以上", "流入人口");
  }

  private void assertAgree(String label, String item) {
    for (int i = 0; i < 6; i++) {
      assertThat(line(label).get(i)).as(label).isEqualTo(yearbook.at(item, 2020 + i));
    }
  }

  private void assertBelow(String part, String whole) {
    for (int i = 0; i < 6; i++) {
      assertThat(Double.parseDouble(line(part).get(i)))
          .as(part)
          .isLessThanOrEqualTo(Double.parseDouble(line(whole).get(i)));
    }
  }

  private List<String> line(String label) {
    String[] line = lines.stream().filter(l -> l[1].equals(label)).findFirst().orElseThrow();
    return Arrays.asList(line).subList(3, line.length);
  }
}

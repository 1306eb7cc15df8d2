package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void aChineseCharacterTakesTwoColumns() {
    assertThat(DisplayWidth.of("耕地保有量")).isEqualTo(10);
    assertThat(DisplayWidth.of("km²")).isEqualTo(3);
    assertThat(DisplayWidth.of("（万亩）")).isEqualTo(8);
    assertThat(DisplayWidth.of("● 良好")).isEqualTo(6);
  }

  @Test
  void aTextIsCutToColumnsAndNotToCharacters() {
    assertThat(DisplayWidth.cut("永久基本农田", 12)).isEqualTo("永久基本农田");
    assertThat(DisplayWidth.cut("永久基本农田面积", 10)).isEqualTo("永久基本…");
    assertThat(DisplayWidth.cut("farmland", 5)).isEqualTo("farm…");
  }

  @Test
  void columnsStayAlignedWithChineseTextAndNumbersStandRight() {
    List<String> lines =
        TextTable.lines(
            List.of("name", "value"),
            List.of(List.of("耕地", "1,187"), List.of("water", "9")),
            List.of(false, true));

    assertThat(lines)
        .containsExactly(
            "name   value", //
            "-----  -----",
            "耕地   1,187",
            "water      9");
  }
}

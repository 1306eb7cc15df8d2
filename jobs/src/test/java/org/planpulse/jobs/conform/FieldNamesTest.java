package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

  private final FieldNames names =
      new FieldNames(
          List.of(
              field("region_code", "行政区划代码", "XZQDM"), field("declared_area_m2", "图斑面积", "TBMJ")));

  @Test
  void findsNamesWhateverTheirCaseAndBlanks() {
    assertThat(names.byColumn(Map.of(" xzqdm ", "152501", "ＴＢＭＪ", "1")))
        .isEqualTo(Map.of("region_code", "152501", "declared_area_m2", "1"));
  }

  @Test
  void findsNamesCutToTenBytes() {
    assertThat(names.byColumn(Map.of("行政区划代", "1"))).containsEntry("region_code", "1");
    assertThat(names.byColumn(Map.of("行政区\ufffd", "1"))).containsEntry("region_code", "1");
  }

  @Test
  void prefersTheSpellingTheContractListsFirst() {
    assertThat(names.byColumn(Map.of("XZQDM", "second", "行政区划代码", "first")))
        .containsEntry("region_code", "first");
  }

  @Test
  void leavesOutWhatNoColumnIsCalled() {
    assertThat(names.byColumn(Map.of("Shape_Area", "1"))).isEmpty();
  }

  private static FieldSpec field(String name, String... aliases) {
    return new FieldSpec(
        name,
        aliases[0],
        List.of(aliases),
        false,
        false,
        false,
        null,
        null,
        BigDecimal.ONE,
        null,
        null,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        null,
        Map.of());
  }
}

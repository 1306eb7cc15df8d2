package org.planpulse.schemas.codelist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.Schemas;

/** Land classes and groups against the tables of the land survey. */
class LandClassTest {

  private static final Schemas SCHEMAS = PackagedSchemas.LOADED;

  @ParameterizedTest
  @CsvSource({
    "00, 0303 0304 0306 0402 0603 1105 1106 1108",
    "01, 0101 0102 0103",
    "02, 0201 0202 0203 0204",
    "03, 0301 0302 0305 0307",
    "04, 0401 0403 0404",
    "05, 05H1 0508",
    "06, 0601 0602",
    "07, 0701 0702",
    "08, 08H1 08H2 0809 0810",
    "09, 09",
    "10, 1001 1002 1003 1004 1005 1006 1007 1008 1009",
    "11, 1101 1102 1103 1104 1107 1109 1110",
    "12, 1201 1202 1203 1204 1205 1206 1207",
  })
  void firstLevelClassesHoldTheirCodes(String level1, String codes) {
    assertThat(SCHEMAS.landClasses().values())
        .filteredOn(landClass -> landClass.level1().equals(level1))
        .extracting(LandClass::code)
        .filteredOn(code -> !isRefined(code))
        .containsExactlyInAnyOrderElementsOf(words(codes));
  }

  @Test
  void aRefinedClassIsCountedLikeTheClassItRefines() {
    for (LandClass refined : SCHEMAS.landClasses().values()) {
      if (!isRefined(refined.code())) {
        continue;
      }
      LandClass whole = SCHEMAS.landClasses().get(base(refined.code()));
      assertThat(refined.level1()).as(refined.code()).isEqualTo(whole.level1());
      assertThat(refined.threeClass()).as(refined.code()).isEqualTo(whole.threeClass());
      for (LandGroup group : SCHEMAS.landGroups().values()) {
        assertThat(group.classes().contains(refined.code()))
            .as("%s in %s", refined.code(), group.id())
            .isEqualTo(group.classes().contains(whole.code()));
      }
    }
  }

  @Test
  void threeClassesPartitionAllCodes() {
    List<String> all = new ArrayList<>();
    Map<String, Set<String>> byThreeClass =
        SCHEMAS.landClasses().values().stream()
            .collect(groupingBy(LandClass::threeClass, mapping(LandClass::code, toSet())));
    Map.of("NYD", "agricultural", "JSYD", "construction", "WLYD", "unused")
        .forEach(
            (group, threeClass) -> {
              List<String> classes = SCHEMAS.landGroups().get(group).classes();
              assertThat(classes).containsExactlyInAnyOrderElementsOf(byThreeClass.get(threeClass));
              all.addAll(classes);
            });
    assertThat(all).containsExactlyInAnyOrderElementsOf(SCHEMAS.landClasses().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "NYD, 0101 0102 0103 0201 0202 0203 0204 0301 0302 0303 0304 0305 0306 0307 0401 0402 0403 1006"
        + " 1103 1104 1107 1202 1203",
    "JSYD, 05H1 0508 0601 0602 0603 0701 0702 08H1 08H2 0809 0810 09 1001 1002 1003 1004 1005 1007"
        + " 1008 1009 1109 1201",
    "WLYD, 0404 1101 1102 1105 1106 1108 1110 1204 1205 1206 1207",
    "GD, 0101 0102 0103",
    "YD, 0201 0202 0203 0204",
    "LD_SD, 0301 0302 0305 0307",
    "CD, 0401 0403 0404",
    "SD, 0303 0304 0306 0402 0603 1105 1106 1108",
    "SD_GB, 0303 0304 0306 0402 1105 1106 1108",
    "SY, 1101 1102 1103 1104 1107 1109 1110",
    "RIVER_LAKE, 1101 1102 1103 1104",
    "GKYD, 0601 0602 0603",
    "INDUSTRY, 0601",
    "RESIDENTIAL, 0701 0702",
    "SHTD, 1204 1205 1206 1207",
  })
  void groupsSumTheClassesOfTheSurveyTable(String group, String codes) {
    assertThat(SCHEMAS.landGroups().get(group).classes())
        .filteredOn(code -> !isRefined(code))
        .containsExactlyInAnyOrderElementsOf(words(codes));
    assertThat(SCHEMAS.landGroups().get(group).settlement()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CXJSYD, 201 201A 202 202A 203 203A",
    "CZJSYD, 201 201A 202 202A",
    "CUN, 203 203A",
  })
  void settlementGroupsAreConstructionLandWithTheCodesOfTheSettlement(String group, String codes) {
    assertThat(SCHEMAS.landGroups().get(group).classes())
        .isEqualTo(SCHEMAS.landGroups().get("JSYD").classes());
    assertThat(SCHEMAS.landGroups().get(group).settlement()).isEqualTo(words(codes));
  }

  @Test
  void everyColourIsAHexTriple() {
    assertThat(SCHEMAS.landClasses().values())
        .allSatisfy(landClass -> assertThat(landClass.colour()).matches("#[0-9a-f]{6}"));
    assertThat(SCHEMAS.landLevel1().values())
        .allSatisfy(level1 -> assertThat(level1.colour()).matches("#[0-9a-f]{6}"));
    assertThat(SCHEMAS.landLevel1()).hasSize(13);
  }

  private static boolean isRefined(String code) {
    return code.endsWith("K") || code.endsWith("A");
  }

  private static String base(String code) {
    return code.substring(0, code.length() - 1);
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" "));
  }
}

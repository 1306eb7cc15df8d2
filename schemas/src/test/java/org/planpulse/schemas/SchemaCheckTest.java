package org.planpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One slip of the pen in one file, and the message that must name it. */
class SchemaCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicators/LOCAL/EL-04.yaml | land: JSYD | land: JSYT | EL-04, input construction names unknown land group JSYT",
        "indicators/LOCAL/EL-04.yaml | unit: \"%\" | unit: pct | EL-04 names unknown unit pct",
        "indicators/LOCAL/EL-04.yaml | dimension: local | dimension: loco | EL-04 names unknown dimension loco",
        "indicators/LOCAL/EL-04.yaml | land: JSYD | land: JSYD, raster: ndvi | EL-04, input construction must have exactly one source",
        "indicators/LOCAL/EL-04.yaml | construction: 61200000 | built: 61200000 | EL-04 has an example whose inputs are not those",
        "indicators/LOCAL/EL-04.yaml | try_divide(construction, territory) | construction | EL-04, formula does not use its input territory",
        "indicators/LOCAL/EL-04.yaml | code: EL-04 | code: EL-05 | EL-05 is defined twice",
        "indicators/LOCAL/EL-05.yaml | zone: STBHHX | zone: STBHX | names unknown zone layer STBHX",
        "indicators/LOCAL/EL-09.yaml | raster: ndvi | raster: evi | names unknown raster layer evi",
        "indicators/LOCAL/EL-16.yaml | scope: city | scope: unit | is known for the city only",
        "indicators/LOCAL/EL-16.yaml | statistic: gdp | statistic: gnp | names unknown item gnp",
        "indicators/LOCAL/EL-16.yaml | sources: [D10] | sources: [D99] | names unknown department D99",
        "indicators/LOCAL/EL-13.yaml | aggregate: sum | aggregate: median | names unknown aggregate median",
        "indicators/TDT1063-2021/TJ21-D-12.yaml | unit: 亿元/km2 | unit: km2 | TJ21-D-12 has a formula that gives m^-2·yuan, but its unit km2 is m^2",
        "indicators/TDT1063-2021/TJ21-D-07.yaml | secondary + tertiary) | secondary + construction) | TJ21-D-07, formula has yuan and m^2 on the two sides of +",
        "indicators/LOCAL/EL-16.yaml | try_divide(gdp, population) | gdp_per(population) | EL-16, formula calls gdp_per, which is not allowed",
        "indicators/LOCAL/EL-16.yaml | try_divide(gdp, population) | try_divide(gdp, people) | EL-16, formula names people, which is none of its inputs",
        "indicators/LOCAL/EL-16.yaml | standard_id: LOCAL | standard_id: LOCO | EL-16 names unknown standard LOCO",
        "indicators/SJZN-2020/SJ20-01.yaml | same_as: TJ21-A-13 | same_as: SJ20-02 | SJ20-01 is the same as SJ20-02, which has no formula of its own",
        "indicators/SJZN-2020/SJ20-01.yaml | unit: km2 | unit: 万亩 | SJ20-01 has another unit than TJ21-A-13 and no example",
        "codelists/choices.yaml | {} | TJ21-D-07: gnp | indicator TJ21-D-07 has no option gnp",
        "codelists/choices.yaml | {} | TJ21-D-08: gdp | codelists/choices.yaml chooses for TJ21-D-08, which leaves no choice",
        "indicators/TDT1063-2021/TJ21-A-18.yaml | register: D13-01c | register: A-06 | names A-06, which is no contract of silver.register_entry",
        "indicators/TDT1063-2021/TJ21-A-18.yaml | item: shelter_effective_area | item: shelter_area | names unknown item shelter_area of D13-01c",
        "indicators/TDT1063-2021/TJ21-A-18.yaml | 'except: {status' | 'except: {state' | chooses by unknown column state",
        "indicators/TDT1063-2021/TJ21-D-13.yaml | theme: D08-03v | theme: D08-3v | names D08-3v, which is no contract of silver.theme_feature",
        "indicators/TDT1063-2021/TJ21-F-13.yaml | minutes: 10 | minutes: 12 | asks for 12 minutes, but the service has [5, 10, 15]",
        "indicators/TDT1063-2021/TJ21-F-13.yaml | service: primary-school | service: school | names unknown service school",
        "codelists/service_areas.yaml | '[community-health, elderly-care,' | '[community-health, hospital,' | service community-facilities has a mode or minutes that hospital has not",
        "indicators/TDT1063-2021/TJ21-F-29.yaml | , threshold: 100 | '' | must have a threshold with count_at_most",
        "codelists/warning_levels.yaml | indicator: EL-10 | indicator: EL-00 | carrying_capacity names unknown indicator EL-00",
        "codelists/warning_levels.yaml | 'limits: {2012: 35' | 'limits: {2011: , 2012: 35' | carrying_capacity, EL-15 has limits {2011=null,",
        "codelists/warning_levels.yaml | 2031: 25 | 2031: -25 | 2031=-25.0}: give each year one above 0",
        "codelists/warning_levels.yaml | 'limits: {2012: 35, 2026: 30, 2031: 25}' | 'limits: {}' | EL-15 has limits {}: give each year one",
        "codelists/warning_levels.yaml | critical: 0.8 | critical: 1.2 | carrying_capacity, EL-15 has critical 1.2: it must be above 0 and up to 1",
        "codelists/warning_levels.yaml | critical: 0.9 | critical: 0 | carrying_capacity, TJ21-A-04 has critical 0.0: it must be",
        "codelists/warning_levels.yaml | overloading: 2 | overloading: 0 | carrying_capacity has overloading 0: it must be 1 or more",
        "indicators/LOCAL/EL-16.yaml | decimals: 2 | 'growth_index: EL-13\ndecimals: 2' | names growth_index EL-13, which is no indicator in %",
        "plans/erenhot-2021-2035.yaml | 'rule: ceiling' | 'rule: ceiling\n    milestones: {2025: 1}' | has milestones, but is not to be reached",
        "plans/erenhot-2021-2035.yaml | 'rule: ceiling' | 'rule: reach_down\n    milestones: {2020: 1}' | has milestones outside the years between base and target",
        "indicators/LOCAL/EL-31.yaml | air: GB3095-2012 | air: GB3095-1996 | names unknown standard of air GB3095-1996",
        "indicators/LOCAL/EL-31.yaml | item: o3 | item: h2s | names h2s, which is no pollutant of GB3095-2012",
        "indicators/LOCAL/EL-35.yaml | sections: GB3838-2002, aggregate: count, | sections: GB3838-1988, aggregate: count, | names unknown standard of water GB3838-1988",
        "indicators/LOCAL/EL-35.yaml | threshold: 3 | threshold: 4 | counts sections up to class 4.0, but GB3838-2002 calls 3 the last good one",
        "codelists/air_standards.yaml | [0, 35, 75, | [0, 75, 35, | codelists/air_standards.yaml, GB3095-2012, pm25 has breakpoints that do not rise",
        "codelists/water_standards.yaml | 'range: [6, 9]' | 'range: [6]' | codelists/water_standards.yaml, GB3838-2002, section_ph must have one limit for each class",
        "codelists/water_standards.yaml | 'range: [6, 9]' | 'range: [9, 6]' | GB3838-2002, section_ph has a range whose lowest value is above its highest: [9, 6]",
        "codelists/air_standards.yaml | 'good: 100' | 'good: 99' | codelists/air_standards.yaml, GB3095-2012 counts as good 99, which is not in its index",
        "codelists/air_standards.yaml | 'index: [0, 50, 100, 150, 200' | 'index: [0, 50, 100, 200, 150' | GB3095-2012 has an index that does not rise from 0",
        "codelists/air_standards.yaml | [0, 100, 160, 215, 265, 800] | [0, 100] | GB3095-2012, o3 has no breakpoint for the index 100",
        "codelists/air_standards.yaml | 'percentile: 95' | 'percentile: 950' | GB3095-2012, co has a percentile that is not above 0 and up to 100: 950",
        "codelists/water_standards.yaml | [2, 4, 6, 10, 15] | [2, 4, 6, 15, 10] | GB3838-2002, section_codmn has limits that get stricter",
        "codelists/water_standards.yaml | [7.5, 6, 5, 3, 2] | [7.5, 6, 5, 2, 3] | GB3838-2002, section_do has limits that get stricter",
        "codelists/water_standards.yaml | 'good: 3' | 'good: 6' | GB3838-2002 counts as good class 6 of 5",
        "codelists/water_standards.yaml | [section_ph, | [section_hg, | GB3838-2002 needs section_hg, which has no limits",
        "codelists/breaks.yaml | '[aqi]' | '[aqi2]' | GB3095-2026 names aqi2, which no indicator has",
        "codelists/breaks.yaml | 'land: true' | 'land: false' | third-land-survey concerns no indicator",
        "codelists/breaks.yaml | 'id: third-land-survey' | 'id: GB3095-2026' | GB3095-2026 is defined twice",
        "plans/erenhot-2021-2035.yaml | indicator: EL-01 | indicator: EL-00 | target T-04 names unknown indicator EL-00",
        "plans/erenhot-2021-2035.yaml | unit: 万km2 | unit: 万m3 | target T-03 is in 万m3, but the indicator is in km2",
        "plans/erenhot-2021-2035.yaml | parameter: water_cap_2035 | parameter: water_cap | T-05 has neither a value nor a known parameter",
        "plans/erenhot-2021-2035.yaml | duty: D04 | duty: D4 | T-05 names unknown department D4",
        "contracts/A-03-growth-boundary.yaml | value: hm2 | value: ha2 | contract A-03, column declared_area_m2 names unknown unit ha2",
        "contracts/A-03-growth-boundary.yaml | zone_layer: CZKFBJ | zone_layr: CZKFBJ | contract A-03 sets zone_layr, which is no column of silver.control_zone",
        "contracts/A-03-growth-boundary.yaml | value: silver.control_zone | value: silver.zone | contract A-03 names unknown table silver.zone",
        "contracts/A-03-growth-boundary.yaml | value: D01 | value: D00 | contract A-03 names unknown department D00",
        "contracts/A-03-growth-boundary.yaml | businessName: 规划分区代码 | businessName: 面积 | contract A-03 gives the header 面积 to more than one column",
        "contracts/A-03-growth-boundary.yaml | name: ghfqdm | name: zone_id | contract A-03 has two properties named zone_id",
        "contracts/A-01-land-parcels.yaml | value: land_classes | value: land_clases | column dlbm names unknown code list land_clases",
        "contracts/A-01-land-parcels.yaml | tbdlmj + kcmj | dlmc + kcmj | rule area-less-ridges names dlmc, which is no item and no number",
        "contracts/A-01-land-parcels.yaml | tbdlmj + kcmj | sjnf + kcmj | rule area-less-ridges compares units that differ in kind",
        "contracts/D08-04b-civil-defence-sums.yaml | implementation: \"civil_defence_area_shelter <= | implementation: \"shelters <= | names shelters, which is no item",
        "codelists/raster_layers.yaml | bins: [2, 6, 15, 25] | bins: [2, 15, 6, 25] | raster layer slope has bins that do not rise",
        "codelists/raster_layers.yaml | quantiles: [0.5, 0.75, 0.95] | quantiles: [50, 75] | raster layer slope has a quantile that is not above 0 and up to 1",
        "codelists/raster_layers.yaml | kind: direction | kind: class | raster layer aspect has bins, but each class is one",
        "codelists/raster_layers.yaml | of: dem, measure: slope | of: dtm, measure: slope | raster layer slope is derived from dtm, which is no listed layer of heights",
        "codelists/raster_layers.yaml | decimals: 2, unit: \"°\" | decimals: 2, unit: deg | raster layer slope names unknown unit deg",
        "reports/booklet.yaml | '[GD, CD, JSYD]' | '[GD, CX]' | report type booklet names unknown land group CX",
        "codelists/land_groups.yaml | '\"0101\", \"0102\", \"0103\"]' | '\"0101\", \"0199\"]' | land group GD names unknown land class 0199",
        "codelists/land_classes.yaml | level1: \"09\" | level1: \"99\" | land class 09 names unknown first-level class 99",
        "codelists/service_areas.yaml | 'A-06: [菜市场]' | 'A-66: [菜市场]' | service food-market names unknown dataset A-66",
        "codelists/service_areas.yaml | mode: driving | mode: cycling | service hospital names unknown mode cycling",
        "codelists/service_areas.yaml | 'minutes: [5, 15, 30]' | 'minutes: [0]' | service hospital must have minutes above 0",
        "codelists/service_areas.yaml | access_m: 300 | access_m: 0 | mode of travel driving must have an access_m above 0",
        "codelists/line_rules.yaml | zone_layer: YJJBNT | zone_layer: YJJB | line rule LR-03 names unknown zone layer YJJB: take one of",
        "codelists/line_rules.yaml | land: CZJSYD | land: CZJS | line rule LR-04 names unknown land group CZJS: take an id of",
        "codelists/line_rules.yaml | level: orange | level: pink | line rule LR-04 has unknown level pink: write blue, yellow, orange or red",
        "codelists/line_rules.yaml | duty: D13 | duty: D99 | line rule LR-13 names unknown department D99: take a key of",
        "codelists/line_rules.yaml | 'other: {zone: CZKFBJ}' | 'other: {zone: STBHHX}' | line rule LR-05 holds a layer against itself: name two layers",
        "codelists/line_rules.yaml | 'one: {zone: STBHHX}' | 'one: {}' | line rule LR-05, one must name exactly one of zone, theme, land, but names []",
        "codelists/line_rules.yaml | 'one: {zone: STBHHX}' | 'one: {register: D15-01a}' | line rule LR-05, one cannot be a register: name one of zone, theme, land",
        "codelists/line_rules.yaml | 'one: {theme: D01-05v}' | 'one: {theme: D01-99v}' | line rule LR-10, one names unknown dataset D01-99v: take the id",
        "codelists/line_rules.yaml | 'one: {theme: D01-05v}' | 'one: {theme: D15-01a}' | line rule LR-10, one names dataset D15-01a, which goes to silver.register_entry: take one of silver.theme_feature",
        "codelists/line_rules.yaml | 'other: {land: LD_SD}' | 'other: {land: LD_SD, grades: [高]}' | line rule LR-10, other filters by grades: leave it out",
        "codelists/line_rules.yaml | smallest_m2: 400 | smallest_m2: -1 | line rule LR-08 has smallest_m2 below 0",
        "codelists/line_rules.yaml | 'zones: {theme: D13-01v}' | 'zones: {land: GD}' | line rule LR-13, zones cannot be a land: name one of zone, theme",
        "codelists/line_rules.yaml | kind: overlap | kind: overlay | codelists/line_rules.yaml, line",
        "codelists/change_causes.yaml | cause: boundary | cause: border | change_causes.yaml, rules #2 has the cause 'border', which no rule may name",
        "codelists/change_causes.yaml | cause: boundary | cause: closing | rules #2 has the cause 'closing', which no rule may name",
        "codelists/change_causes.yaml | 'real: {zh' | 'Real: {zh' | causes lacks real; add its name",
        "codelists/change_causes.yaml | pairs: [] | 'pairs: [{from: \"0404\", to: \"0499\", year: 2023}]' | rules #3 names the land class '0499'",
        "codelists/change_causes.yaml | least_share: 0.9 | least_share: 1.1 | rules #5 must have a least_share above 0 and up to 1",
        "codelists/change_causes.yaml | below_m2: 200 | '' | rules #6 must have the parameters [below_m2, thinness_below] and no others, but has [thinness_below]",
        "codelists/change_causes.yaml | below_m2: 200 | below_m2: 0 | rules #6 must have a below_m2 and thinness_below above 0",
        "codelists/change_causes.yaml | when: unit | 'when: there_and_back\n    least_share: 0.5' | rules may hold there_and_back once",
        "codelists/change_causes.yaml | when: sliver | when: slivers | codelists/change_causes.yaml, line",
        "codelists/units.yaml | si: m2, factor: \"10000\" | si: hm2, factor: \"10000\" | unit hm2 has base unit hm2",
      })
  void namesTheFileEntryAndTheFault(String path, String was, String is, String message) {
    assertThatThrownBy(() -> loadWith(path, was, is))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicators/LOCAL/EL-04.yaml | direction: ceiling | direction: down | indicators/LOCAL/EL-04.yaml, line 9",
        "indicators/LOCAL/EL-04.yaml | attribute: local | unit: local | indicators/LOCAL/EL-04.yaml, line 10",
        "codelists/units.yaml | factor: \"2000/3\" | factor: \"2000/x\" | codelists/units.yaml, line 16",
        "codelists/departments.yaml | key: D02 | key: D01 | codelists/departments.yaml: D01 is defined twice",
      })
  void namesFileAndLineOfWhatDoesNotRead(String path, String was, String is, String message) {
    assertThatThrownBy(() -> loadWith(path, was, is))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicators/LOCAL/EL-04.yaml | decimals: 2 | '' | decimals",
        "indicators/LOCAL/EL-04.yaml | sources: [D01] | source: [D01] | sources",
        "codelists/dimensions.yaml | , en: Safety | '' | en",
        "codelists/dimensions.yaml | key: safety | key: safety, colour: red | colour",
        "plans/erenhot-2021-2035.yaml | binding: true | '' | binding",
        "codelists/units.yaml | ', symbol: {zh: m², en: m²}' | '' | symbol",
        "codelists/line_rules.yaml | smallest_m2: 200 | smalest_m2: 200 | smallest_m2",
        "codelists/line_rules.yaml | 'theme: D13-01v' | 'layer: D13-01v' | layer",
      })
  void namesTheKeyThatIsForgottenOrUnknown(String path, String was, String is, String key) {
    assertThatThrownBy(() -> loadWith(path, was, is))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith(path + ", line ")
        .hasMessageMatching("(?s).*['\"]" + key + "['\"].*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error | 缺少{item} | no {item} | ",
        "fatal | 缺少{item} | no {item} | issue kind X has unknown severity fatal",
        "error | 缺少{item} | no {items} | issue kind X has other placeholders in Chinese",
      })
  void issueKindsSayTheSameInBothLanguages(String severity, String zh, String en, String message) {
    String kinds =
        """
        - code: X
          severity: %s
          message: {zh: "%s", en: "%s"}
          remedy: {zh: 补报, en: Deliver it}
        """
            .formatted(severity, zh, en);
    SortedMap<String, String> contents = new TreeMap<>(SchemaFiles.packaged().contents());
    contents.put("codelists/issues/test.yaml", kinds);
    SchemaFiles files = new SchemaFiles(contents);

    if (message == null) {
      assertThat(Schemas.load(files).issueKinds()).containsKey("X");
    } else {
      assertThatThrownBy(() -> Schemas.load(files)).hasMessageContaining(message);
    }
  }

  @Test
  void plannersReadOfTheirFaultsInChinese() {
    String file = "codelists/change_causes.yaml";

    assertThatThrownBy(() -> loadWith(file, "cause: boundary", "cause: border"))
        .isInstanceOfSatisfying(
            SchemaException.class,
            fault ->
                assertThat(fault.message(Language.ZH))
                    .isEqualTo(
                        file + "，rules #2 的原因“border”未在 causes 中命名或不由规则产生；请改为 causes 中的一个。"));
    assertThatThrownBy(() -> loadWith(file, "when: sliver", "when: slivers"))
        .isInstanceOfSatisfying(
            SchemaException.class,
            fault ->
                assertThat(fault.message(Language.ZH))
                    .startsWith(file + " 第 ")
                    .contains("写法有误，请对照文件开头的说明改正"));
  }

  @Test
  void thePackagedFilesAgreeWithEachOther() {
    assertThat(PackagedSchemas.LOADED.contracts()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(PackagedSchemas.LOADED.warningRules().use()).containsEntry("orange", 0.95);
    assertThat(PackagedSchemas.LOADED.warningRules().lag()).containsEntry("orange", -0.20);
    assertThat(PackagedSchemas.LOADED.warningRules().breachWithinYears()).isEqualTo(3);
  }

  private static Schemas loadWith(String path, String was, String is) {
    SchemaFiles packaged = SchemaFiles.packaged();
    assertThat(packaged.text(path)).contains(was);
    SortedMap<String, String> contents = new TreeMap<>(packaged.contents());
    int at = packaged.text(path).indexOf(was);
    String text = packaged.text(path);
    contents.put(path, text.substring(0, at) + is + text.substring(at + was.length()));
    return Schemas.load(new SchemaFiles(contents));
  }
}

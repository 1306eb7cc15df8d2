package org.planpulse.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.SchemaFiles;

/** The packaged contracts against the files that departments hand over. */
class PackagedContractsTest {

  private static final List<Contract> CONTRACTS = PackagedSchemas.LOADED.contracts();

  @ParameterizedTest
  @CsvSource({
    "统计局/样例_二连浩特市统计年鉴2023.xls, '', D10-01, ",
    "统计局/样例_二连浩特市统计年鉴2026.xlsx, '', D10-01, ",
    "统计局/统计年鉴.xlsx, '', D10-01, ",
    "农牧和水务局/样例_水资源公报_2024.xlsx, '', D04-04, 2024",
    "农牧和水务局/水资源公报_2020.xls, '', D04-04, 2020",
    "气象局/样例_53068_日值_2025.csv, '', D17-02, 2025",
    "生态环境分局/样例_环境空气质量日报_2021.xlsx, '', D03-04a, 2021",
    "自然资源局/样例_草原监测样地_2022.xlsx, '', D01-13, 2022",
    "自然资源局/样例_DLTB_2020.shp, '', A-01, 2020",
    "自然资源局/DLTB_2025.SHP, '', A-01, 2025",
    "自然资源局/样例_规划控制线.gpkg, STBHHX, D01-47, ",
    "自然资源局/样例_规划控制线.gpkg, YJJBNT, A-02, ",
    "自然资源局/样例_CZKFBJ.shp, '', A-03, ",
    "自然资源局/样例_基本草原.shp, '', A-04, ",
    "自然资源局/样例_行政单元.gpkg, XZQ, D01-04a, ",
    "自然资源局/样例_行政单元.gpkg, CJDCQ, D01-04b, ",
    "自然资源局/样例_DEM.tif, '', D01-03, ",
    "自然资源局/样例_NDVI_2023.tif, '', D01-02a, 2023",
  })
  void eachFileBelongsToExactlyOneContract(String path, String layer, String id, Integer year) {
    List<Contract> owners =
        CONTRACTS.stream()
            .filter(contract -> contract.matches(path))
            .filter(
                contract ->
                    contract.layer().map(name -> name.matcher(layer).matches()).orElse(true))
            .toList();
    assertThat(owners).extracting(Contract::id).containsExactly(id);
    assertThat(owners.get(0).yearOf(path)).isEqualTo(Optional.ofNullable(year));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "交接清单.csv",
        "自然资源局/样例_DLTB_2020.dbf",
        "自然资源局/样例_DLTB_2020.shp.xml",
        "自然资源局/样例_DLTB_20.shp",
        "统计局/样例_统计年鉴2023.xls.bak",
        "统计局/统计公报2023.xlsx",
        "气象局/样例_站点.csv",
        "水资源公报_2020.xlsx",
      })
  void otherFilesBelongToNone(String path) {
    assertThat(CONTRACTS).noneMatch(contract -> contract.matches(path));
  }

  @Test
  void layersOfOneContainerExcludeEachOther() {
    for (String layer : List.of("STBHHX", "YJJBNT", "YJJBNTTB", "XZQ", "CJDCQ")) {
      assertThat(CONTRACTS)
          .filteredOn(
              contract -> contract.layer().map(name -> name.matcher(layer).matches()).orElse(false))
          .as(layer)
          .hasSize(1);
    }
  }

  @Test
  void everyBodyHasContractsAndEachIsNeededBySomething() {
    assertThat(CONTRACTS).hasSizeGreaterThan(200);
    assertThat(CONTRACTS).extracting(Contract::department).contains(bodies());
    assertThat(CONTRACTS).allSatisfy(contract -> assertThat(contract.neededBy()).isNotEmpty());
  }

  private static String[] bodies() {
    return java.util.stream.IntStream.rangeClosed(1, 22)
        .mapToObj(n -> String.format(java.util.Locale.ROOT, "D%02d", n))
        .toArray(String[]::new);
  }

  @Test
  void contractFilesAreNamedAfterTheirId() {
    SchemaFiles.packaged()
        .in("contracts")
        .forEach(
            (path, text) ->
                assertThat(path)
                    .startsWith("contracts/" + ContractReader.read(path, text).id() + "-"));
  }

  @Test
  void weatherValuesComeInTenthsWithCodesForMissingAndTrace() {
    Contract weather = contract("D17-02");
    Column rain = weather.column("precipitation").orElseThrow();
    assertThat(rain.unit()).contains("0.1mm");
    assertThat(rain.valueCodes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("32766", "MISSING", "32700", "SMALL"));
    assertThat(weather.column("air_temperature").orElseThrow().valueCodes())
        .containsOnlyKeys("32766");
    assertThat(weather.column("site_code").orElseThrow().item()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"section_codmn, 0.5", "section_cod, 4", "section_ph, "})
  void oxygenDemandsAreDetectedFromTheLimitsOfTheirOwnMethods(String item, BigDecimal limit) {
    assertThat(contract("D03-04d").column(item).orElseThrow().detectionLimit())
        .isEqualTo(Optional.ofNullable(limit));
  }

  @Test
  void areasOfControlLinesAreDeclaredInTheUnitTheyCome() {
    assertThat(unitOfDeclaredArea("D01-47")).contains("m2");
    assertThat(unitOfDeclaredArea("A-02")).contains("m2");
    assertThat(unitOfDeclaredArea("A-03")).contains("hm2");
    assertThat(unitOfDeclaredArea("A-04")).contains("亩");
  }

  @Test
  void parcelIdentifiersThatLostDigitsDoNotPass() {
    Pattern bsm =
        Pattern.compile(contract("A-01").column("bsm").orElseThrow().pattern().orElseThrow());
    assertThat("152501000000000017").matches(bsm);
    assertThat("1.52501E+17").doesNotMatch(bsm);
    assertThat("15250100000000001").doesNotMatch(bsm);
  }

  @Test
  void codesOfUnitsAreTakenWithOrWithoutTheOwnersDigits() {
    for (String id : List.of("A-01", "D01-04b")) {
      String pattern = contract(id).column("region_code").orElseThrow().pattern().orElseThrow();
      assertThat("1525012002010000000").matches(pattern);
      assertThat("152501200201").matches(pattern);
      assertThat("152501200").doesNotMatch(pattern);
    }
  }

  @Test
  void eachItemIsDeliveredByOneContract() {
    assertThat(CONTRACTS.stream().flatMap(contract -> contract.columns().stream()))
        .filteredOn(Column::item)
        .extracting(Column::name)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(60);
  }

  private static Optional<String> unitOfDeclaredArea(String id) {
    return contract(id).column("declared_area_m2").orElseThrow().unit();
  }

  private static Contract contract(String id) {
    return CONTRACTS.stream()
        .filter(contract -> contract.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}

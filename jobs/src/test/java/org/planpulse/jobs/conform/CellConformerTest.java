package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.ContractReader;

class CellConformerTest {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: T-1
      version: 1.0.0
      status: active
      name: 年鉴
      schema:
        - name: yearbook
          properties:
            - name: population_resident
              businessName: 常住人口
              logicalTypeOptions: {minimum: 0, maximum: 10000000}
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: person}
            - name: population_urban
              businessName: 常住人口/城镇
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: person}
            - name: employed_urban
              businessName: 从业人员/城镇
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: person}
            - name: gdp
              businessName: 地区生产总值
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: 万元}
                - {property: aliases, value: [GDP]}
            - name: industry
              businessName: 工业
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: 万元}
            - name: precipitation
              businessName: 降水量
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: mm}
      customProperties:
        - {property: nameEn, value: Yearbook}
        - {property: department, value: D10}
        - {property: form, value: statistical_table}
        - {property: period, value: year}
        - {property: target, value: silver.statistic}
      """;

  private static final Schemas SCHEMAS = ConformFixture.schemas();

  private final CellConformer conformer =
      new CellConformer(
          ContractReader.read("test", CONTRACT),
          SCHEMAS,
          new RegionNames(SCHEMAS.plans().get("test").city(), Map.of("格日勒敖都苏木", "152501200")));

  @Test
  void readsYearsAsColumnsAndItemsAsRows() {
    Statistic figure = loaded(cell().row("常住人口").column("2023年").raw("75,794"));

    assertThat(figure.key()).isEqualTo(new Statistic.Key("152501", "population_resident", 2023));
    assertThat(figure.siValue()).isEqualByComparingTo("75794");
  }

  @Test
  void readsYearsAsRowsAndItemsAsColumnsInFullWidth() {
    Statistic figure = loaded(cell().row("２０１８").column("ＧＤＰ").columnUnit("亿元").raw("73.76"));

    assertThat(figure.key()).isEqualTo(new Statistic.Key("152501", "gdp", 2018));
    assertThat(figure.siValue()).isEqualByComparingTo("7376000000");
  }

  @Test
  void readsRegionsAsRowsAndTheYearOfTheTitle() {
    Statistic figure = loaded(cell().row("格日勒　敖都苏木").column("降水量").titleYear(2024).raw("142.5"));

    assertThat(figure.key()).isEqualTo(new Statistic.Key("152501200", "precipitation", 2024));
  }

  @Test
  void readsAJustifiedCityName() {
    assertThat(loaded(cell().row("二  连  浩  特  市").column("降水量").titleYear(2024).raw("1")).region())
        .isEqualTo("152501");
  }

  @Test
  void takesTheYearOfTheFileNameLast() {
    assertThat(loaded(cell().row("合计").column("降水量").fileYear(2022).raw("1")).year())
        .isEqualTo(2022);
    assertThat(
            loaded(cell().row("合计").column("降水量").titleYear(2021).fileYear(2022).raw("1")).year())
        .isEqualTo(2021);
  }

  @Test
  void prefersTheLongestPath() {
    assertThat(loaded(cell().row("2020").column("从业人员/城镇").raw("1")).item())
        .isEqualTo("employed_urban");
    assertThat(loaded(cell().row("常住人口/#城镇").column("2020").raw("1")).item())
        .isEqualTo("population_urban");
  }

  @Test
  void dropsTheMarksOfASubItem() {
    assertThat(loaded(cell().row("第二产业/其中：工业").column("2020").raw("1")).item())
        .isEqualTo("industry");
  }

  @Test
  void takesTheItemFromTheTitleWhereOnlyYearsAndRegionsAreLeft() {
    assertThat(loaded(cell().table("降水量").row("2020").column("二连").raw("1")).item())
        .isEqualTo("precipitation");
  }

  @Test
  void prefersTheUnitNearestToTheValue() {
    assertThat(
            loaded(cell().row("地区生产总值（亿元）").column("2020").tableUnit("万元").raw("1")).unit().code())
        .isEqualTo("亿元");
    assertThat(
            loaded(
                    cell()
                        .row("地区生产总值")
                        .column("2020")
                        .rowUnit("元")
                        .columnUnit("亿元")
                        .tableUnit("万元")
                        .raw("1"))
                .unit()
                .code())
        .isEqualTo("yuan");
    assertThat(loaded(cell().row("地区生产总值").column("2020").raw("1")).unit().code()).isEqualTo("万元");
  }

  @Test
  void choosesAmongSeveralUnitsOfATableByWhatTheItemMeasures() {
    assertThat(loaded(cell().row("常住人口").column("2020").tableUnit("万元、万人").raw("7.06")).siValue())
        .isEqualByComparingTo("70600");
    assertThat(code(cell().row("地区生产总值").column("2020").tableUnit("万元、亿元").raw("1")))
        .isEqualTo("UNIT_UNKNOWN");
  }

  @Test
  void readsAMultiplierBehindTheDigits() {
    assertThat(loaded(cell().row("常住人口").column("2020").raw("7.06万")).siValue())
        .isEqualByComparingTo("70600");
    assertThat(loaded(cell().row("常住人口").column("2020").tableUnit("万人").raw("7.06万")).siValue())
        .isEqualByComparingTo("70600");
  }

  @Test
  void refusesAUnitOfAnotherQuantity() {
    assertThat(code(cell().row("地区生产总值").column("2020").columnUnit("%").raw("5.2")))
        .isEqualTo("UNIT_MISMATCH");
    assertThat(code(cell().row("地区生产总值").column("2020").raw("5.2%"))).isEqualTo("UNIT_MISMATCH");
    assertThat(code(cell().row("地区生产总值").column("2020").tableUnit("箩筐").raw("5.2")))
        .isEqualTo("UNIT_UNKNOWN");
  }

  @Test
  void captionsOfAnAxisAreNoLabels() {
    assertThat(loaded(cell().row("常住人口").column("年　　份/2025年").raw("70020")).key())
        .isEqualTo(new Statistic.Key("152501", "population_resident", 2025));
    assertThat(loaded(cell().row("Item/常住人口/城镇").column("Year/2025").raw("66589")).item())
        .isEqualTo("population_urban");
    assertThat(loaded(cell().row("2025").column("指 标/常住人口").raw("70020")).item())
        .isEqualTo("population_resident");
    assertThat(loaded(cell().row("常住人口").column("地区/格日勒敖都苏木").titleYear(2025).raw("1")).region())
        .isEqualTo("152501200");
    assertThat(loaded(cell().table("降水量").row("2020").column("行政区/二连").raw("1")).item())
        .isEqualTo("precipitation");
  }

  @Test
  void aCaptionDoesNotExplainAGrowthRow() {
    assertThat(code(cell().row("地区生产总值比上年增长(按不变价计算)").column("年份/2025年").raw("4.6")))
        .isEqualTo("ITEM_UNKNOWN");
    assertThat(code(cell().row("地区生产总值").column("年份/比上年增长").titleYear(2025).raw("4.6")))
        .isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void takesNoGrowthColumnForTheItemItself() {
    assertThat(code(cell().row("地区生产总值").column("比上年增长").titleYear(2020).raw("5.2")))
        .isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void tellsAnUnknownRegionFromAnUnknownItem() {
    assertThat(code(cell().row("锡林浩特市").column("降水量").titleYear(2020).raw("300")))
        .isEqualTo("REGION_UNKNOWN");
    assertThat(code(cell().row("二连浩特市").column("蒸发量").titleYear(2020).raw("300")))
        .isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void refusesWhatHasNoYearOrIsNoNumberOrNotPlausible() {
    assertThat(code(cell().row("二连").column("降水量").raw("300"))).isEqualTo("YEAR_MISSING");
    assertThat(code(cell().row("2020").column("降水量").raw("约三百"))).isEqualTo("NUMBER_UNREADABLE");
    assertThat(code(cell().row("2020").column("常住人口").tableUnit("万人").raw("70600")))
        .isEqualTo("VALUE_OUT_OF_RANGE");
  }

  @Test
  void keepsTheStatusOfSymbolsAndBlanks() {
    assertThat(loaded(cell().row("2021").column("地区生产总值").raw("-")).status())
        .isEqualTo(ValueStatus.NONE);
    assertThat(loaded(cell().row("2021").column("地区生产总值").raw("…")).status())
        .isEqualTo(ValueStatus.SMALL);
    Statistic blank = loaded(cell().row("2021").column("地区生产总值").raw(null));
    assertThat(blank.status()).isEqualTo(ValueStatus.MISSING);
    assertThat(blank.siValue()).isNull();
  }

  @Test
  void marksOnlyTheYearThatARevisionNoteNames() {
    String note = "2022年数据为经济普查修订数";

    assertThat(loaded(cell().row("地区生产总值").column("2022").note(note).raw("1")).status())
        .isEqualTo(ValueStatus.REVISED);
    assertThat(loaded(cell().row("地区生产总值").column("2023").note(note).raw("1")).status())
        .isEqualTo(ValueStatus.OK);
  }

  private Statistic loaded(CellBuilder cell) {
    CellConformer.Result result = conformer.conform(cell.build());
    assertThat(result.finding()).isNull();
    return result.statistic();
  }

  private String code(CellBuilder cell) {
    CellConformer.Result result = conformer.conform(cell.build());
    assertThat(result.statistic()).isNull();
    return result.finding().code();
  }

  private static CellBuilder cell() {
    return new CellBuilder();
  }

  private static final class CellBuilder {
    private String table;
    private String row;
    private String column;
    private String rowUnit;
    private String columnUnit;
    private String tableUnit;
    private Integer titleYear;
    private Integer fileYear;
    private String raw;
    private String note;

    CellBuilder table(String text) {
      table = text;
      return this;
    }

    CellBuilder row(String path) {
      row = path;
      return this;
    }

    CellBuilder column(String path) {
      column = path;
      return this;
    }

    CellBuilder rowUnit(String text) {
      rowUnit = text;
      return this;
    }

    CellBuilder columnUnit(String text) {
      columnUnit = text;
      return this;
    }

    CellBuilder tableUnit(String text) {
      tableUnit = text;
      return this;
    }

    CellBuilder titleYear(int year) {
      titleYear = year;
      return this;
    }

    CellBuilder fileYear(int year) {
      fileYear = year;
      return this;
    }

    CellBuilder raw(String text) {
      raw = text;
      return this;
    }

    CellBuilder note(String text) {
      note = text;
      return this;
    }

    Cell build() {
      SourceFile file =
          new SourceFile("key", "book.xlsx", "T-1", "D10", fileYear, LocalDate.of(2026, 9, 18));
      return new Cell(
          file,
          "S",
          "A1",
          table,
          titleYear,
          row,
          column,
          rowUnit,
          columnUnit,
          tableUnit,
          raw,
          null,
          note);
    }
  }
}

package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.conform.Corrections.Reviewed;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.ContractReader;

/** List A of 1 June and list B of 1 August; what is reviewed is reviewed on 1 September. */
class CorrectedLineTest {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: T-1
      version: 1.0.0
      status: active
      name: 名单
      schema:
        - name: list
          properties:
            - name: region_code
              businessName: 代码
            - name: year
              businessName: 年份
            - name: households
              businessName: 户数
              customProperties: [{property: item, value: true}, {property: unit, value: "1"}]
            - name: population
              businessName: 人口
              customProperties: [{property: item, value: true}, {property: unit, value: person}]
      customProperties:
        - {property: nameEn, value: List}
        - {property: department, value: D10}
        - {property: form, value: statistical_table}
        - {property: period, value: year}
        - {property: target, value: silver.statistic}
      """;

  private static final LocalDate REVIEW = LocalDate.of(2026, 9, 1);
  private static final SourceFile A = file("a", LocalDate.of(2026, 6, 1));
  private static final SourceFile B = file("b", LocalDate.of(2026, 8, 1));

  private final LineConformer conformer = conformer();

  @Test
  void aCorrectionTakesNothingBackThatItsLineLeavesBlank() {
    Corrections corrections = reviewed("b!S!2", new Reviewed("人口", "120", REVIEW, null));

    assertThat(
            told(
                corrections,
                "households",
                line(A, "2025", "40", "100"),
                line(B, "2025", "", "110")))
        .containsExactly("40 2026-06-01 null");
    assertThat(
            told(
                corrections,
                "population",
                line(A, "2025", "40", "100"),
                line(B, "2025", "", "110")))
        .containsExactly(
            "100 2026-06-01 2026-08-01", "110 2026-08-01 2026-09-01", "120 2026-09-01 null");
  }

  @Test
  void eachFieldOfALineIsCorrectedOnTheDayOfItsOwnReview() {
    LocalDate later = REVIEW.plusMonths(1);
    Corrections corrections =
        reviewed(
            "a!S!2",
            new Reviewed("户数", "41", REVIEW, null),
            new Reviewed("人口", "101", later, null));

    assertThat(told(corrections, "households", line(A, "2025", "40", "100")))
        .containsExactly("40 2026-06-01 2026-09-01", "41 2026-09-01 null");
    assertThat(told(corrections, "population", line(A, "2025", "40", "100")))
        .containsExactly("100 2026-06-01 2026-10-01", "101 2026-10-01 null");
  }

  @Test
  void aLineWhoseYearIsCorrectedWasKnownUnderTheDeliveredOneUntilThen() {
    Corrections corrections = reviewed("a!S!2", new Reviewed("年份", "2024", REVIEW, null));

    assertThat(told(corrections, "households 2025", line(A, "2025", "40", "100")))
        .containsExactly("40 2026-06-01 2026-09-01");
    assertThat(told(corrections, "households 2024", line(A, "2025", "40", "100")))
        .containsExactly("40 2026-09-01 null");
  }

  /**
   * @param item and, where it is asked for, the year
   */
  private List<String> told(Corrections corrections, String item, LineConformer.Line... lines) {
    List<Reading<Statistic>> figures =
        Stream.of(lines)
            .flatMap(line -> line.readings(corrections))
            .flatMap(line -> conformer.conform(line.value()).map(line::of))
            .map(result -> result.of(result.value().statistic()))
            .filter(
                figure -> (figure.value().item() + " " + figure.value().year()).startsWith(item))
            .toList();
    return StatisticHistory.of(figures).known().stream()
        .map(known -> known.value().value() + " " + known.from() + " " + known.to())
        .toList();
  }

  private static LineConformer.Line line(
      SourceFile file, String year, String households, String population) {
    return new LineConformer.Line(
        file, "S", 2, Map.of("代码", "152501", "年份", year, "户数", households, "人口", population));
  }

  private static Corrections reviewed(String line, Reviewed... reviewed) {
    return new Corrections(Map.of("T-1/" + line, List.of(reviewed)));
  }

  private static SourceFile file(String key, LocalDate received) {
    return new SourceFile(key, key, "T-1", "D10", null, received);
  }

  private static LineConformer conformer() {
    Schemas schemas = ConformFixture.schemas();
    Contract contract = ContractReader.read("test", CONTRACT);
    return new LineConformer(
        contract,
        DatasetSpec.of(contract, schemas, "EPSG:4490"),
        new CellConformer(
            contract, schemas, new RegionNames(schemas.plans().get("test").city(), Map.of())),
        new SilverTable(
            "silver.statistic", StructType.fromDDL("region_code STRING, year INT"), Set.of()),
        new KnownRegions(Set.of()),
        "152501");
  }
}

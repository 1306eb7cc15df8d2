package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.conform.Corrections.Reviewed;
import org.planpulse.schemas.Schemas;
import scala.jdk.javaapi.CollectionConverters;

/** Lines of a station, delivered on 10 January and 1 May; reviews are of 1 September. */
class CorrectedObservationsTest {

  private static final String DATASET = "D17-02";
  private static final Schemas SCHEMAS = ConformFixture.schemas();
  private static final LocalDate REVIEW = LocalDate.of(2024, 9, 1);
  private static final SilverTable TABLE =
      new SilverTable(
          "silver.observation",
          StructType.fromDDL(
              "site_code STRING, region_code STRING, observed_on DATE, observed_hour INT, year INT,"
                  + " item_code STRING, value DOUBLE, unit STRING, si_value DOUBLE, si_unit STRING,"
                  + " value_status STRING, dataset STRING, source_id STRING, known_from DATE,"
                  + " known_to DATE"),
          Set.of("site_code", "observed_on"));
  private static final StructType RECORD =
      StructType.fromDDL(
          "dataset STRING, source_key STRING, sheet STRING, line INT, source_id STRING,"
              + " fields MAP<STRING, STRING>");
  private static final Map<String, SourceFile> FILES =
      Stream.of(file("first", "2024-01-10"), file("later", "2024-05-01"))
          .collect(Collectors.toMap(SourceFile::id, file -> file));

  @Test
  void aReadingIsKnownAsDeliveredUntilTheReview() {
    List<Row> lines = List.of(line("first", 2, "20230101", "-178", "5"));

    assertThat(known(lines, corrected("first!S!2", "平均气温", "-150")))
        .containsExactly(
            "2023-01-01 air_temperature -17.8 2024-01-10 2024-09-01",
            "2023-01-01 air_temperature -15.0 2024-09-01 null",
            "2023-01-01 precipitation 0.5 2024-01-10 null");
  }

  @Test
  void aLineThatWasRejectedIsKnownFromTheReviewOn() {
    List<Row> lines = List.of(line("first", 2, "明天", "-178", "5"));

    assertThat(known(lines, corrected("first!S!2", "日期", "20230101")))
        .containsExactly(
            "2023-01-01 air_temperature -17.8 2024-09-01 null",
            "2023-01-01 precipitation 0.5 2024-09-01 null");
  }

  @Test
  void aLineOfAnotherDayThanDeliveredWasKnownUnderThatOneUntilTheReview() {
    List<Row> lines =
        List.of(line("first", 2, "20230101", "-178", "5"), line("first", 3, "20230102", "-9", ""));

    assertThat(known(lines, corrected("first!S!2", "日期", "20230102")))
        .filteredOn(text -> text.contains("air_temperature"))
        .as("of two lines of one file the first is loaded")
        .containsExactly(
            "2023-01-01 air_temperature -17.8 2024-01-10 2024-09-01",
            "2023-01-02 air_temperature -0.9 2024-01-10 2024-09-01",
            "2023-01-02 air_temperature -17.8 2024-09-01 null");
  }

  @Test
  void aLaterDeliveryOutweighsTheReviewAndABlankTakesNothingBack() {
    List<Row> lines =
        List.of(
            line("first", 2, "20230101", "-178", "5"), line("later", 2, "20230101", "-178", ""));

    assertThat(known(lines, corrected("first!S!2", "平均气温", "-150")))
        .containsExactly(
            "2023-01-01 air_temperature -17.8 2024-01-10 null",
            "2023-01-01 precipitation 0.5 2024-01-10 null");
    assertThat(known(lines, corrected("later!S!2", "平均气温", "-150")))
        .containsExactly(
            "2023-01-01 air_temperature -17.8 2024-01-10 2024-09-01",
            "2023-01-01 air_temperature -15.0 2024-09-01 null",
            "2023-01-01 precipitation 0.5 2024-01-10 null");
  }

  /** Nothing but the name of the sheet tells the lines apart: their order must not. */
  @Test
  void ofLinesOfOneNumberInTwoSheetsThatOfTheLastSheetCountsInWhateverOrderTheyCome() {
    List<Row> lines =
        new ArrayList<>(
            List.of(
                line("first", "A", 2, "20230101", "-178", ""),
                line("first", "B", 2, "20230101", "-9", "")));
    Corrections corrections = corrected("first!A!2", "平均气温", "-150");
    List<String> known = known(lines, corrections);
    Collections.reverse(lines);

    assertThat(known)
        .contains("2023-01-01 air_temperature -0.9 2024-01-10 null")
        .isEqualTo(known(lines, corrections));
  }

  @Test
  void whatWasReadBeforeTheReviewCountsAsNoLineAndRepeatsNone() {
    List<Row> rows =
        read(
            List.of(line("first", 2, "20230101", "约零", "5")),
            corrected("first!S!2", "平均气温", "-150"));

    assertThat(rows)
        .filteredOn(row -> row.<String>getAs("item_code").matches("air_temperature|precipitation"))
        .extracting(row -> row.getAs("source_rows") + " " + row.getAs("unique_value"))
        .containsExactly("0 null", "0 null", "1 53068 2023-01-01", "0 53068 2023-01-01");
    assertThat(rows).allSatisfy(row -> assertThat(row.<Object[]>getAs("problems")).isEmpty());
  }

  private static List<String> known(List<Row> lines, Corrections corrections) {
    List<Row> rows = new ArrayList<>();
    for (Row row : read(lines, corrections)) {
      rows.add(
          new GenericRowWithSchema(
              IntStream.range(0, TABLE.schema().length()).mapToObj(row::get).toArray(),
              TABLE.schema()));
    }
    return new CorrectedObservations(FILES)
        .of(rows).stream()
            .map(row -> new GenericRowWithSchema(values(row), TABLE.schema()))
            .map(
                row ->
                    Stream.of("observed_on", "item_code", "si_value", "known_from", "known_to")
                        .map(column -> String.valueOf((Object) row.getAs(column)))
                        .collect(Collectors.joining(" ")))
            .filter(text -> text.matches(".* (air_temperature|precipitation) .*"))
            .sorted(
                (a, b) ->
                    a.replaceFirst(" \\S+ (\\S+ \\S+)$", " $1")
                        .compareTo(b.replaceFirst(" \\S+ (\\S+ \\S+)$", " $1")))
            .toList();
  }

  private static List<Row> read(List<Row> lines, Corrections corrections) {
    RecordConformer conformer =
        new RecordConformer(
            TABLE,
            Map.of(
                DATASET,
                DatasetSpec.of(
                    SCHEMAS.contracts().stream()
                        .filter(contract -> contract.id().equals(DATASET))
                        .findFirst()
                        .orElseThrow(),
                    SCHEMAS,
                    "EPSG:4490")),
            FILES,
            new KnownRegions(Set.of()),
            "152501",
            new ObservationRule(),
            corrections);
    List<Row> rows = new ArrayList<>();
    Iterator<Row> read = conformer.call(lines.iterator());
    read.forEachRemaining(
        row -> rows.add(new GenericRowWithSchema(values(row), TABLE.checkedSchema())));
    return rows;
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  private static Row line(String file, int number, String day, String temperature, String rain) {
    return line(file, "S", number, day, temperature, rain);
  }

  private static Row line(
      String file, String sheet, int number, String day, String temperature, String rain) {
    Map<String, String> fields =
        Map.of("区站号", "53068", "日期", day, "平均气温", temperature, "降水量", rain);
    return new GenericRowWithSchema(
        new Object[] {
          DATASET,
          file,
          sheet,
          number,
          file + "!" + sheet + "!" + number,
          CollectionConverters.asScala(fields)
        },
        RECORD);
  }

  private static Corrections corrected(String line, String field, String text) {
    return new Corrections(
        Map.of(DATASET + "/" + line, List.of(new Reviewed(field, text, REVIEW, null))));
  }

  private static SourceFile file(String key, String received) {
    return new SourceFile(key, key, DATASET, "D17", 2023, LocalDate.parse(received));
  }
}

package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.Issue;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaException;

/** The day of the run is 2026-10-31. */
class CorrectionJobTest {

  private static final String BOOK = "book.xlsx";
  private static final String REVIEWED = "2026-10-09";
  private static final String LAYER = "parcels.shp";

  @TempDir Path folder;
  private ConformFixture fixture;

  @BeforeEach
  void deliver() {
    fixture = new ConformFixture(folder);
    fixture.unit("152501400001", "东城社区");
    fixture.file(BOOK, "D04-04", 2024, "2025-06-01");
    supply(BOOK, "75000");
    fixture.file(LAYER, "A-01", 2025, "2026-04-20");
    fixture.feature(
        "A-01",
        LAYER,
        1,
        "EPSG:4490",
        "POLYGON((112 43.6, 112.001 43.6, 112.001 43.601, 112 43.6))",
        Map.of(
            "BSM", "152501000000000001", "DLBM", "0499", "ZLDWDM", "152501400001", "TBMJ", "4474"));
  }

  @Test
  void withoutCorrectionsNothingChanges() {
    assertThat(fixture.run(new CorrectionJob()).counts()).isEmpty();
    assertThat(fixture.issues().issues()).isEmpty();
    assertThat(fixture.rows("ops.correction", "number")).isEmpty();
  }

  @Test
  void aFieldOfAFeatureIsReadAsCorrectedAndSaysWhoAnswersForIt() throws IOException {
    correct(entry("A-01", LAYER, "L!1", "DLBM", "0499", "0401", "2027-06-30"));

    assertThat(fixture.run(new CorrectionJob()).counts()).containsEntry("applied", 1L);
    Issue note = fixture.issue("CORRECTION_APPLIED");
    assertThat(note.department()).isEqualTo("D01");
    assertThat(note.place()).isEqualTo("L!1");
    assertThat(note.message(Language.EN)).contains("0499", "0401", "Wang", "typing error");

    fixture.run(new ConformParcels());
    List<Row> parcels = fixture.rows("silver.land_parcel", "bsm");
    assertThat(parcels).singleElement().extracting(row -> row.getAs("dlbm")).isEqualTo("0401");
    assertThat(fixture.issueCodes()).doesNotContain("CODE_UNKNOWN");
    assertThat(fixture.rows("bronze.feature", "feature").get(0).<String, String>getJavaMap(4))
        .containsEntry("DLBM", "0499");
  }

  @Test
  void aCellOfAYearbookIsReadAsCorrected() throws IOException {
    correct(entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2027-06-30"));
    fixture.run(new CorrectionJob());

    fixture.run(new ConformStatistics());

    List<Row> known = fixture.rows("silver.statistic", "known_from");
    assertThat(known).extracting(row -> row.getAs("value")).containsExactly(75000.0, 76000.0);
    assertThat(known)
        .extracting(row -> row.getAs("known_from") + " " + row.getAs("known_to"))
        .containsExactly("2025-06-01 " + REVIEWED, REVIEWED + " null");
    assertThat(fixture.rows("ops.correction", "number").get(0).<String>getAs("source_id"))
        .isEqualTo(known.get(1).getAs("source_id"));
  }

  @Test
  void whatWasReadAsCorrectedUntilACorrectionExpiredStaysInHistory() throws IOException {
    correct(entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2026-10-20"));
    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("expired", 1L));

    fixture.run(new ConformStatistics());

    assertThat(supplies())
        .containsExactly(
            "75000.0 2025-06-01 " + REVIEWED,
            "76000.0 " + REVIEWED + " 2026-10-21",
            "75000.0 2026-10-21 null");
  }

  @Test
  void theNewReviewOfOneThatIsOverMakesItANote() throws IOException {
    String entry = entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2026-10-20");
    correct(entry, entry.replace(REVIEWED, "2026-10-25").replace("2026-10-20", "2027-06-30"));

    assertThat(fixture.run(new CorrectionJob()).counts())
        .isEqualTo(Map.of("expired", 1L, "applied", 1L));

    assertThat(fixture.issueCodes())
        .containsExactlyInAnyOrder("CORRECTION_SUPERSEDED", "CORRECTION_APPLIED");
    assertThat(fixture.issue("CORRECTION_SUPERSEDED").kind().severity()).isEqualTo("info");
    assertThat(fixture.issue("CORRECTION_SUPERSEDED").place()).isEqualTo("#1");
  }

  @Test
  void ofABookThatSaysOtherwiseWhenItComesAnewTheCorrectionStaysInHistory() throws IOException {
    correctBookThatComesAnew("76500");

    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("applied", 1L));
    assertThat(fixture.issueCodes()).containsExactly("CORRECTION_UNUSED");

    fixture.run(new ConformStatistics());
    assertThat(supplies())
        .containsExactly(
            "75000.0 2025-06-01 2025-10-09",
            "76000.0 2025-10-09 2026-06-01",
            "76500.0 2026-06-01 null");
  }

  @Test
  void aBookThatComesAnewWithTheCorrectedValueTakesItsPlace() throws IOException {
    correctBookThatComesAnew("76000");

    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("applied", 1L));
    assertThat(fixture.issueCodes()).containsExactly("CORRECTION_SUPERSEDED");
  }

  @Test
  void ofABookThatRepeatsItsValueTheCorrectionHoldsForEachDelivery() throws IOException {
    correctBookThatComesAnew("75000");

    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("applied", 1L));
    assertThat(fixture.issueCodes()).containsExactly("CORRECTION_APPLIED");
    assertThat(fixture.rows("ops.correction", "source_id"))
        .extracting(row -> row.<String>getAs("source_id"))
        .containsExactly("again!S!B7", BOOK + "!S!B7");

    fixture.run(new ConformStatistics());
    assertThat(supplies())
        .containsExactly("75000.0 2025-06-01 2025-10-09", "76000.0 2025-10-09 null");
  }

  @Test
  void whatDoesNotFitOrIsPastItsDayIsToldAndNotApplied() throws IOException {
    correct(
        entry("A-01", LAYER, "L!1", "DLBM", "0498", "0401", "2027-06-30"),
        entry("A-01", "other.shp", "L!1", "DLBM", "0499", "0401", "2027-06-30"),
        entry("A-01", LAYER, "L!1", "DLBM", "0499", "0401", "2026-10-30"),
        entry("A-01", LAYER, "L!1", "DLBM", "0498", "0401", "2026-10-30"),
        entry(
            "A-01", LAYER, "L!1", "BSM", "152501000000000001", "152501000000000002", "2026-10-31"));

    assertThat(fixture.run(new CorrectionJob()).counts())
        .isEqualTo(Map.of("unused", 3L, "expired", 1L, "applied", 1L));
    assertThat(fixture.issues().issues())
        .filteredOn(issue -> issue.kind().severity().equals("warning"))
        .extracting(issue -> issue.kind().code() + " " + issue.file() + issue.place())
        .containsExactly(
            "CORRECTION_UNUSED corrections/c.yaml#1",
            "CORRECTION_UNUSED corrections/c.yaml#2",
            "CORRECTION_EXPIRED corrections/c.yaml#3",
            "CORRECTION_UNUSED corrections/c.yaml#4");
    fixture.run(new ConformParcels());
    assertThat(fixture.issueCodes()).contains("CODE_UNKNOWN");
  }

  @Test
  void aBlankOldValueFitsAFieldLeftBlankOnly() throws IOException {
    correct(
        entry("A-01", LAYER, "L!1", "QSDWMC", "", "东城社区", "2027-06-30"),
        entry("A-01", LAYER, "L!1", "QSDWMX", "", "东城社区", "2027-06-30"),
        entry("D04-04", BOOK, "S!B7", "总供水量", "", "76,000", "2027-06-30"),
        entry("D04-04", BOOK, "S!B7", "", "", "76,000", "2027-06-30"));

    assertThat(fixture.run(new CorrectionJob()).counts())
        .isEqualTo(Map.of("applied", 1L, "unused", 3L));
    assertThat(fixture.rows("ops.correction", "number").get(0).<String>getAs("state"))
        .isEqualTo("applied");
  }

  /** Asked for what was known on a day, a run does not know what was reviewed later. */
  @Test
  void aCorrectionDoesNotCountBeforeTheDayItIsReviewed() throws IOException {
    correct(
        entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2027-06-30")
            .replace(REVIEWED, "2026-11-01"));

    assertThat(fixture.run(new CorrectionJob(true)).counts()).isEqualTo(Map.of("pending", 1L));

    assertThat(fixture.issues().issues()).isEmpty();
    fixture.run(new ConformStatistics());
    assertThat(fixture.rows("silver.statistic", "year"))
        .singleElement()
        .extracting(row -> row.getAs("value"))
        .isEqualTo(75000.0);
  }

  @Test
  void aReviewOnADayToComeIsToldAsItMayBeASlip() throws IOException {
    correct(
        entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2028-06-30")
            .replace(REVIEWED, "2027-10-09"));

    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("pending", 1L));

    Issue note = fixture.issue("CORRECTION_PENDING");
    assertThat(note.kind().severity()).isEqualTo("info");
    assertThat(note.file() + note.place()).isEqualTo("corrections/c.yaml#1");
    assertThat(note.message(Language.ZH)).contains("2027-10-09", BOOK, "S!B7");
  }

  @Test
  void ofTwoCorrectionsOfOneValueNoneIsApplied() throws IOException {
    correct(
        entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2027-06-30"),
        entry("D04-04", BOOK, "S!B7", "", "75000", "77,000", "2027-06-30"));

    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("conflicting", 2L));

    assertThat(fixture.issueCodes()).containsOnly("CORRECTION_CONFLICTING");
    fixture.run(new ConformStatistics());
    assertThat(fixture.rows("silver.statistic", "year"))
        .singleElement()
        .extracting(row -> row.getAs("value"))
        .isEqualTo(75000.0);
  }

  @Test
  void whatIsLeftBlankIsReadAsBlankOrNamed() throws IOException {
    String entry = entry("A-01", LAYER, "L!1", "QSDWMC", "", "东城社区", "2027-06-30");
    correct(entry.replace("old: \"\"", "old:"));
    assertThat(fixture.run(new CorrectionJob()).counts()).isEqualTo(Map.of("applied", 1L));

    for (String wrong : List.of(entry.replace("owner: Wang", "owner:"), entry + "- ~\n")) {
      correct(wrong);
      assertThatThrownBy(() -> new CorrectionJob().inputs(fixture.context()))
          .as(wrong)
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("corrections/")
          .hasMessageContaining("blank");
    }
    Files.write(folder.resolve("corrections/c.yaml"), "# 更正".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> new CorrectionJob().inputs(fixture.context()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("c.yaml")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void unchangedCorrectionsWriteNoNewVersionAndAChangedFileIsANewInput() throws IOException {
    correct(entry("A-01", LAYER, "L!1", "DLBM", "0499", "0401", "2027-06-30"));
    fixture.run(new CorrectionJob());
    var version = fixture.context().warehouse().version("ops.correction");
    Map<String, String> inputs = new CorrectionJob().inputs(fixture.context());

    fixture.run(new CorrectionJob());
    assertThat(fixture.context().warehouse().version("ops.correction")).isEqualTo(version);

    correct(entry("A-01", LAYER, "L!1", "DLBM", "0499", "0404", "2027-06-30"));
    assertThat(new CorrectionJob().inputs(fixture.context())).isNotEqualTo(inputs);
    fixture.run(new CorrectionJob());
    assertThat(fixture.context().warehouse().version("ops.correction")).isNotEqualTo(version);
  }

  @Test
  void aFileThatDoesNotReadIsNamed() throws IOException {
    correct(entry("A-01", LAYER, "L!1", "DLBM", "0499", "0401", "next year"));

    assertThatThrownBy(() -> new CorrectionJob().inputs(fixture.context()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("corrections/")
        .hasMessageContaining("next year");
  }

  /** Reviewed in October 2025 for the book of June 2025, which comes anew in June 2026. */
  private void correctBookThatComesAnew(String value) throws IOException {
    fixture.file("again", BOOK, "D04-04", 2024, "2026-06-01");
    supply("again", value);
    correct(
        entry("D04-04", BOOK, "S!B7", "", "75000", "76,000", "2027-06-30")
            .replace(REVIEWED, "2025-10-09"));
  }

  private void supply(String key, String raw) {
    fixture.cell(
        "D04-04",
        key,
        "B7",
        Map.of(
            "row_path", "2024",
            "column_path", "总供水量",
            "table_unit", "万立方米",
            "raw", raw,
            "number", Double.valueOf(raw)));
  }

  /** Values of the water supply with the days between which they were known. */
  private List<String> supplies() {
    return fixture.rows("silver.statistic", "known_from").stream()
        .map(
            row -> row.getAs("value") + " " + row.getAs("known_from") + " " + row.getAs("known_to"))
        .toList();
  }

  private void correct(String... entries) throws IOException {
    Files.createDirectories(folder.resolve("corrections"));
    Files.writeString(folder.resolve("corrections/c.yaml"), String.join("", entries));
  }

  private static String entry(
      String dataset,
      String file,
      String place,
      String field,
      String old,
      String corrected,
      String expires) {
    return """
    - dataset: %s
      file: %s
      place: "%s"
      field: "%s"
      old: "%s"
      new: "%s"
      owner: Wang
      reason: typing error
      reviewed: %s
      expires: %s
    """
        .formatted(dataset, file, place, field, old, corrected, REVIEWED, expires);
  }
}

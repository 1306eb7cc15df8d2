package org.planpulse.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.Language;

/**
 * Reads every file of the {@link DamagedCorpus} by the ingest job itself, each in a landing folder
 * of its own: nothing is thrown, nothing hangs, no row is lost without a word.
 */
class DamagedFilesTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int FEWEST_CASES = 240;
  private static final List<String> TABLES =
      List.of("bronze.cell", "bronze.record", "bronze.feature", "bronze.tile");

  /** What Spark does to be fast on large tables; a file here has a dozen rows. */
  private static final List<String> SLOW_FOR_SMALL =
      List.of("spark.sql.codegen.wholeStage", "spark.sql.adaptive.enabled");

  @TempDir static Path root;

  private static DamagedCorpus corpus;
  private static Map<String, List<DamagedCase>> cases;
  private static int cities;

  /** What became of the files of one landing folder. */
  private record Outcome(Path city, List<Issue> issues, int kept, List<Row> files, long stored) {

    long sum(String column) {
      return files.stream().mapToLong(file -> file.<Long>getAs(column)).sum();
    }

    List<String> codes() {
      return issues.stream().map(issue -> issue.kind().code()).distinct().toList();
    }
  }

  @BeforeAll
  static void makeTheCorpus() throws IOException {
    SLOW_FOR_SMALL.forEach(setting -> SharedSpark.session().conf().set(setting, "false"));
    corpus = new DamagedCorpus(new GoodFiles(Files.createDirectory(root.resolve("good"))));
    cases = corpus.cases();
  }

  @AfterAll
  static void restoreSpark() {
    SLOW_FOR_SMALL.forEach(setting -> SharedSpark.session().conf().unset(setting));
  }

  @Test
  void theCorpusIsLarge() {
    assertThat(cases.values().stream().mapToInt(List::size).sum())
        .isGreaterThanOrEqualTo(FEWEST_CASES);
  }

  @TestFactory
  Stream<DynamicTest> goodFilesAreReadWholeWithoutComplaint() {
    return corpus.good().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.main(),
                    () -> {
                      Outcome outcome = read(file, file.members());
                      assertThat(outcome.codes()).isSubsetOf("FORMAT_NOT_AS_NAMED", "CRS_ASSUMED");
                      assertThat(outcome.sum("rows_loaded")).isEqualTo(file.rows());
                    }));
  }

  @Test
  void linksAndPipesAreNamedAndNotOpened() throws Exception {
    GoodFile csv = corpus.good().get(5);
    Path city = root.resolve("links");
    Path landing = Files.createDirectories(city.resolve("landing"));
    Files.createSymbolicLink(landing.resolve("外.csv"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(landing.resolve("外层"), Path.of("/etc"));
    Files.createSymbolicLink(landing.resolve("无.csv"), landing.resolve("不存在.csv"));
    Process pipe = new ProcessBuilder("mkfifo", landing.resolve("管道.csv").toString()).start();
    int refused = pipe.waitFor() == 0 ? 4 : 3;

    Outcome outcome = read(csv, city);

    assertThat(outcome.codes()).containsExactly("FILE_LINK_REFUSED");
    assertThat(outcome.issues()).hasSize(refused);
    assertThat(outcome.files()).isEmpty();
  }

  @Test
  void aHandOverListInGbkOrWithBrokenQuotesStopsNothing() throws Exception {
    GoodFile csv = corpus.good().get(5);
    String list = "文件,部门,收到日期,备注\n日值.csv,气象局,2026-09-18,\"备\"注\n";
    for (String text : List.of(list, list.replace("\"", ""), "文件,文件\n\"")) {
      Outcome outcome =
          read(csv, Map.of(csv.main(), csv.content(), "交接清单.csv", text.getBytes(GoodFiles.GBK)));

      assertThat(outcome.sum("rows_loaded")).isEqualTo(csv.rows());
      assertAccounted(outcome);
    }
  }

  @TestFactory
  Stream<DynamicNode> damagedFiles() {
    return cases.entrySet().stream()
        .map(
            group ->
                DynamicContainer.dynamicContainer(
                    group.getKey(), group.getValue().stream().map(DamagedFilesTest::test)));
  }

  private static DynamicTest test(DamagedCase damaged) {
    return DynamicTest.dynamicTest(
        damaged.damage(),
        () -> {
          Outcome outcome = read(damaged.good(), damaged.files());
          assertAccounted(outcome);
          assertTold(damaged.good().rows(), outcome);
          if (!damaged.code().isEmpty()) {
            assertThat(outcome.codes()).contains(damaged.code());
          }
          if (damaged.whole()) {
            assertThat(outcome.sum("rows_loaded"))
                .as("%s", outcome.codes())
                .isEqualTo(damaged.good().rows());
          }
        });
  }

  private static Outcome read(GoodFile file, Map<String, byte[]> members) throws IOException {
    Path city = root.resolve("city" + ++cities);
    Path landing = Files.createDirectories(city.resolve("landing"));
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      Files.write(landing.resolve(member.getKey()), member.getValue());
    }
    return read(file, city);
  }

  private static Outcome read(GoodFile file, Path city) {
    return assertTimeoutPreemptively(LONGEST, () -> ingest(file, city));
  }

  private static Outcome ingest(GoodFile file, Path city) {
    MemoryWarehouse warehouse = IngestFixture.warehouse();
    IssueStore issues = IngestFixture.issues();
    new IngestJob().run(IngestFixture.context(city, warehouse, List.of(file.contract())), issues);
    return new Outcome(
        city,
        issues.issues(),
        issues.quarantined().size(),
        warehouse.rows("bronze.source_file"),
        TABLES.stream().mapToLong(table -> warehouse.rows(table).size()).sum());
  }

  private static void assertAccounted(Outcome outcome) {
    assertThat(outcome.files())
        .allSatisfy(
            file ->
                assertThat(file.<Long>getAs("rows_loaded") + file.<Long>getAs("rows_quarantined"))
                    .as("%s: rows in = loaded + quarantined", outcome.codes())
                    .isEqualTo(file.<Long>getAs("rows_in")));
    assertThat(outcome.stored())
        .as("%s: rows stored", outcome.codes())
        .isEqualTo(outcome.sum("rows_loaded"));
    assertThat((long) outcome.kept())
        .as("%s: rows kept back", outcome.codes())
        .isEqualTo(outcome.sum("rows_quarantined"));
  }

  /** Rows that did not come through are told of, by file and in words for people. */
  private static void assertTold(long rows, Outcome outcome) {
    if (outcome.sum("rows_loaded") < rows) {
      assertThat(outcome.issues())
          .as("%d of %d rows", outcome.sum("rows_loaded"), rows)
          .anySatisfy(
              issue ->
                  assertThat(issue.kind().code()).isNotIn("FORMAT_NOT_AS_NAMED", "CRS_ASSUMED"));
    }
    if (outcome.sum("rows_in") == 0) {
      assertThat(outcome.issues())
          .anySatisfy(issue -> assertThat(issue.kind().severity()).isNotEqualTo("info"));
    }
    assertThat(outcome.issues())
        .allSatisfy(
            issue -> {
              assertThat(issue.file()).isNotBlank();
              for (Language language : Language.values()) {
                assertThat(issue.message(language) + issue.remedy(language))
                    .doesNotContain(
                        "Exception",
                        "Error:",
                        "\tat ",
                        "org.",
                        "java",
                        "com.",
                        "null",
                        "SQLITE",
                        "{",
                        outcome.city().toString());
              }
            });
  }
}

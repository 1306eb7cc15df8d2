package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.DemoWorkspace;
import org.planpulse.jobs.query.DisplayWidth;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;

/** All figures of the demo's report: down to the files, and back to the year before. */
class EveryFigureTest {

  private static final String CITY = "152501";
  private static final int YEAR = 2025;
  private static final String NOW = "known_to IS NULL";

  private static Schemas schemas;
  private static LandingFiles landing;
  private static QuerySession session;
  private static FigureReader figures;
  private static ExplanationReader explanations;
  private static List<Explanation> all;

  private final SoftAssertions checks = new SoftAssertions();

  @BeforeAll
  static void explainAll() {
    Workspace demo = DemoWorkspace.pipeline().workspace();
    schemas = Schemas.load(SchemaFiles.packaged());
    landing = new LandingFiles(demo.landing());
    session = QuerySession.open(new WarehouseLayout(demo.warehouse()));
    figures = new FigureReader(session);
    explanations = new ExplanationReader(session, schemas);
    all = figures.ofYear(CITY, YEAR, NOW).stream().map(EveryFigureTest::explain).toList();
  }

  @AfterAll
  static void close() throws IOException {
    session.close();
    landing.close();
  }

  @Test
  void everyFigureOfTheReportEndsInFilesThatHoldWhatItSays() throws IOException, SQLException {
    int cells = 0;
    int layers = 0;
    int lists = 0;
    for (Explanation explanation : all) {
      for (Explanation.Input input : explanation.inputs()) {
        String where = explanation.figure().indicator() + " " + input.value().name();
        checks
            .assertThat(input.sources())
            .as(where)
            .isNotEmpty()
            .hasSameSizeAs(input.value().sources());
        for (Source source : input.sources()) {
          String place = where + ": " + source.file().path() + " " + source.place();
          checks.assertThat(landing.path(source.file().path())).as(place).isRegularFile();
          if (source instanceof Source.Cell cell) {
            checkCell(place, cell, input.value());
            cells++;
          } else if (source instanceof Source.Rows rows) {
            checkRows(place, rows);
            layers += rows.kind() == Source.Kind.FEATURE ? 1 : 0;
            lists += rows.kind() == Source.Kind.LINE ? 1 : 0;
          }
        }
      }
    }
    checks.assertAll();
    assertThat(cells).isGreaterThan(100);
    assertThat(layers).isGreaterThan(50);
    assertThat(lists).isGreaterThan(10);
  }

  /** The cell holds the number, and the number times the unit's factor is the input. */
  private void checkCell(String place, Source.Cell cell, Figure.Input input) throws IOException {
    BigDecimal delivered =
        landing.number(cell.file().path(), cell.place().get(0), cell.place().get(1));
    checks.assertThat(cell.correction()).as(place).isEmpty();
    checks.assertThat(cell.value()).as(place).isEqualTo(delivered.doubleValue());
    double si = delivered.multiply(cell.factor()).doubleValue();
    checks.assertThat(input.value()).as(place).isCloseTo(si, within(1e-12 * Math.abs(si)));
  }

  /** What was loaded is what the file holds less what was set aside. */
  private void checkRows(String place, Source.Rows rows) throws IOException, SQLException {
    String file = rows.file().path();
    String part = rows.place().get(0);
    switch (rows.kind()) {
      case FEATURE -> {
        long expected =
            rows.place().size() > 1
                ? 1
                : landing.features(file, part) - setAside(rows.file(), part);
        checks.assertThat(rows.count()).as(place).isEqualTo(expected);
        checks.assertThat(rows.areaM2()).as(place).isNotNegative();
      }
      case LINE -> {
        long head = landing.lines(file, part) - setAside(rows.file(), part) - rows.count();
        checks.assertThat(head).as(place + ": lines of its head").isEqualTo(1);
      }
      case TILE -> checks.assertThat(rows.count()).as(place).isPositive();
    }
  }

  private long setAside(Source.File file, String part) {
    return (Long)
        session
            .query(
                "SELECT count(*) FROM ops.quarantine WHERE source_id LIKE '%s!%s!%%'"
                    .formatted(file.key(), part))
            .rows()
            .get(0)
            .get(0);
  }

  @Test
  void everyCheckOfEveryFigurePasses() {
    for (Explanation explanation : all) {
      checks
          .assertThat(explanation.checks())
          .as(explanation.figure().indicator())
          .filteredOn(check -> check.kind() != Explanation.Check.Kind.ISSUES)
          .allMatch(Explanation.Check::passed);
      checks.assertThat(explanation.program().version()).isPresent();
    }
    checks.assertAll();
  }

  @Test
  void everyFormulaOfTheCatalogueGivesInDuckDbWhatSparkHasWritten() {
    FormulaValues formulas = new FormulaValues(session, schemas.units());
    int evaluated = 0;
    for (int year : List.of(2020, 2023, YEAR)) {
      for (Figure figure : figures.ofYear(CITY, year, NOW)) {
        Indicator indicator = indicator(figure);
        if (indicator.computed()) {
          Double value = formulas.of(indicator, List.of(figure.values())).get(0);
          checks.assertThat(value).as(figure.indicator() + " " + year).isEqualTo(figure.value());
          evaluated += value == null ? 0 : 1;
        }
      }
    }
    checks.assertAll();
    assertThat(evaluated).isGreaterThan(300);
  }

  @Test
  void theReasonsWhyAFigureChangedAddUpToTheDifferenceShown() {
    ChangeReader changes = new ChangeReader(session, schemas);
    Map<String, Figure> before = new HashMap<>();
    figures.ofYear(CITY, YEAR - 1, NOW).forEach(figure -> before.put(figure.indicator(), figure));
    List<String> causes = new ArrayList<>();
    for (Figure after : figures.ofYear(CITY, YEAR, NOW)) {
      Change change = changes.why(indicator(after), before.get(after.indicator()), after);
      if (change.difference() != null) {
        checks
            .assertThat(
                PrintedParts.sum(change.parts().stream().map(Change.Part::printed).toList()))
            .as(after.indicator())
            .isEqualByComparingTo(change.difference());
        checks
            .assertThat(PrintedParts.sum(change.parts().stream().map(Change.Part::exact).toList()))
            .as(after.indicator())
            .isCloseTo(change.exact(), within(new BigDecimal("1e-12").multiply(scale(after))));
        change.parts().forEach(part -> causes.add(part.cause().id()));
      }
    }
    checks.assertAll();
    assertThat(causes).contains("real").doesNotContain("method", "together").hasSizeGreaterThan(50);
  }

  /** The plan's base year and the report year were compared only by way of the years between. */
  @Test
  void theCausesOfLandAddUpOverManyYearsToo() {
    Indicator indicator = indicator("TJ21-A-11");
    Change change =
        new ChangeReader(session, schemas)
            .why(
                indicator,
                figures.read(indicator.code(), CITY, 2021, NOW).orElseThrow(),
                figures.read(indicator.code(), CITY, YEAR, NOW).orElseThrow());

    assertThat(change.parts())
        .extracting(part -> part.cause().id())
        .contains("real")
        .doesNotContain("undivided", "method");
    assertThat(PrintedParts.sum(change.parts().stream().map(Change.Part::printed).toList()))
        .isEqualByComparingTo(change.difference());
  }

  /** Water use per head as an earlier report might have known it. */
  @Test
  void whatWasKnownOtherwiseWasRevisedOrReadByAnotherMethod() {
    Figure now = figures.read("TJ21-A-01", CITY, YEAR, NOW).orElseThrow();
    Figure.Input people = now.input("population").orElseThrow();
    Figure.Input water = now.input("water_use").orElseThrow();

    assertThat(causes(known(now, with(people, 0.9, water.sources()), water), now))
        .containsExactly("population revision");
    assertThat(causes(known(now, with(people, 0.9, people.sources()), water), now))
        .containsExactly("population method");
    assertThat(
            causes(
                known(now, with(people, 0.9, water.sources()), with(water, 1.1, water.sources())),
                now))
        .containsExactly("water_use method", "population revision");
  }

  @Test
  void aValueThatTheFormulaDoesNotGiveIsAChangeOfMethod() {
    Figure now = figures.read("TJ21-A-01", CITY, YEAR, NOW).orElseThrow();
    Figure before = valued(now, now.value() - 5, now.inputs());

    Change change = new ChangeReader(session, schemas).why(indicator(now), before, now);

    assertThat(change.moves()).isEmpty();
    assertThat(change.parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.cause()).isEqualTo(Causes.METHOD);
              assertThat(part.printed()).isEqualByComparingTo("5");
            });
  }

  @Test
  void aValueThatWasMissingHasNoDifferenceButTheInputThatCame() {
    Figure now = figures.read("TJ21-A-01", CITY, YEAR, NOW).orElseThrow();
    Figure before = valued(now, null, List.of(now.input("water_use").orElseThrow()));

    Change change = new ChangeReader(session, schemas).why(indicator(now), before, now);

    assertThat(change.difference()).isNull();
    assertThat(change.parts()).isEmpty();
    assertThat(change.moves()).extracting(Change.Move::input).containsExactly("population");
  }

  private List<String> causes(Figure before, Figure after) {
    Change change = new ChangeReader(session, schemas).why(indicator(after), before, after);
    assertThat(PrintedParts.sum(change.parts().stream().map(Change.Part::printed).toList()))
        .isEqualByComparingTo(change.difference());
    return change.parts().stream().map(part -> part.input() + " " + part.cause().id()).toList();
  }

  private Figure known(Figure figure, Figure.Input... inputs) {
    Figure with = valued(figure, null, List.of(inputs));
    Double value =
        new FormulaValues(session, schemas.units())
            .of(indicator(figure), List.of(with.values()))
            .get(0);
    return valued(figure, value, List.of(inputs));
  }

  private static Figure valued(Figure figure, Double value, List<Figure.Input> inputs) {
    return new Figure(
        figure.indicator(),
        figure.region(),
        figure.year(),
        value,
        figure.unit(),
        figure.status(),
        figure.target(),
        figure.level(),
        figure.reason(),
        figure.knownFrom(),
        figure.runId(),
        inputs);
  }

  private static Figure.Input with(Figure.Input input, double times, List<SourceId> sources) {
    return new Figure.Input(
        input.name(),
        input.year(),
        input.value() * times,
        input.unit(),
        input.status(),
        input.table(),
        input.rows(),
        sources,
        input.knownFrom());
  }

  @Test
  void theTextFitsATerminalInBothLanguagesButForLongNames() {
    for (Explanation explanation : all) {
      for (Language language : Language.values()) {
        List<String> lines = ExplanationText.lines(explanation, schemas.units(), language, 80);
        checks
            .assertThat(lines)
            .as(explanation.figure().indicator())
            .allMatch(line -> DisplayWidth.of(line) <= 80 || line.strip().split(" ").length <= 3);
      }
    }
    checks.assertAll();
  }

  @Test
  void theJsonHoldsTheWholeTree() throws IOException {
    Explanation explanation = explain(figures.read("TJ21-A-01", CITY, YEAR, NOW).orElseThrow());

    JsonNode tree = new ObjectMapper().readTree(ExplanationJson.of(explanation, schemas.units()));

    assertThat(tree.get("value").asDouble()).isEqualTo(explanation.figure().value());
    assertThat(tree.at("/formula/with_numbers").asText()).contains(" ÷ ");
    assertThat(tree.get("inputs"))
        .hasSize(2)
        .allSatisfy(
            input -> {
              JsonNode cell = input.at("/sources/0");
              assertThat(cell.get("kind").asText()).isEqualTo("cell");
              assertThat(cell.get("number").asDouble() * cell.get("times").asDouble())
                  .isCloseTo(input.get("value").asDouble(), within(1e-6));
            });
    assertThat(tree.at("/program/run_id").asText()).startsWith("2026-10-31-");
  }

  private static Explanation explain(Figure figure) {
    return explanations.explain(indicator(figure), figure);
  }

  private static Indicator indicator(Figure figure) {
    return indicator(figure.indicator());
  }

  private static Indicator indicator(String code) {
    return schemas.indicators().stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal scale(Figure figure) {
    return BigDecimal.valueOf(Math.abs(figure.value()) + 1);
  }
}

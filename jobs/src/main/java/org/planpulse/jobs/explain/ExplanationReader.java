package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.explain.Explanation.Check;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;

/** Walks from figures down to the files they rest on. */
public final class ExplanationReader {

  private static final String JOB = "indicators";

  private final QuerySession session;
  private final SourceReader sources;
  private final FormulaValues formulas;
  private final InputNames zh;
  private final InputNames en;

  public ExplanationReader(QuerySession session, Schemas schemas) {
    this.session = session;
    this.sources = new SourceReader(session, schemas);
    this.formulas = new FormulaValues(session, schemas.units());
    this.zh = new InputNames(schemas, new Sentences(schemas.sentences(), Language.ZH));
    this.en = new InputNames(schemas, new Sentences(schemas.sentences(), Language.EN));
  }

  /** The tree behind a figure of an indicator. */
  public Explanation explain(Indicator indicator, Figure figure) {
    List<Explanation.Input> inputs = inputs(indicator, figure, sources.read(figure.inputs()));
    return new Explanation(
        indicator,
        figure,
        indicator.computed() ? FormulaText.of(indicator, figure) : "",
        inputs,
        checks(indicator, figure, inputs),
        new Explanation.Program(figure.runId(), version(figure.runId())));
  }

  /**
   * The inputs of many figures with their sources, by indicator; each table is read once. A figure
   * whose entry is not in the catalogue any more is left out.
   */
  public Map<String, List<Explanation.Input>> inputs(
      List<Indicator> catalogue, List<Figure> figures) {
    InputSources found =
        sources.read(figures.stream().flatMap(figure -> figure.inputs().stream()).toList());
    Map<String, Indicator> indicators =
        catalogue.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    return figures.stream()
        .filter(figure -> indicators.containsKey(figure.indicator()))
        .collect(
            Collectors.toMap(
                Figure::indicator,
                figure -> inputs(indicators.get(figure.indicator()), figure, found)));
  }

  private List<Explanation.Input> inputs(Indicator indicator, Figure figure, InputSources found) {
    return figure.inputs().stream()
        .map(
            input ->
                new Explanation.Input(
                    input,
                    new LocalText(
                        zh.name(indicator, input.name()), en.name(indicator, input.name())),
                    found.of(input)))
        .toList();
  }

  private List<Check> checks(Indicator indicator, Figure figure, List<Explanation.Input> inputs) {
    List<Check> checks = new ArrayList<>();
    if (figure.value() != null) {
      checks.add(formula(indicator, figure));
    }
    List<Source.File> files =
        inputs.stream()
            .flatMap(input -> input.sources().stream())
            .map(Source::file)
            .distinct()
            .toList();
    if (!files.isEmpty()) {
      checks.add(rows(files));
      checks.add(issues(files));
    }
    if (figure.inputs().stream().anyMatch(input -> input.table().equals("gold.land_area"))) {
      books(figure).ifPresent(checks::add);
    }
    return List.copyOf(checks);
  }

  private Check formula(Indicator indicator, Figure figure) {
    Double again = formulas.of(indicator, List.of(figure.values())).get(0);
    return new Check(
        Check.Kind.FORMULA,
        figure.value().equals(again),
        Map.of("value", again == null ? "" : BigDecimal.valueOf(again).toPlainString()));
  }

  private static Check rows(List<Source.File> files) {
    long in = files.stream().mapToLong(Source.File::rowsIn).sum();
    long loaded = files.stream().mapToLong(Source.File::rowsLoaded).sum();
    long quarantined = files.stream().mapToLong(Source.File::rowsQuarantined).sum();
    return new Check(
        Check.Kind.ROWS,
        files.stream().allMatch(f -> f.rowsIn() == f.rowsLoaded() + f.rowsQuarantined()),
        Map.of(
            "files", String.valueOf(files.size()),
            "in", String.valueOf(in),
            "loaded", String.valueOf(loaded),
            "quarantined", String.valueOf(quarantined)));
  }

  private static Check issues(List<Source.File> files) {
    long errors = files.stream().mapToLong(Source.File::errors).sum();
    long warnings = files.stream().mapToLong(Source.File::warnings).sum();
    return new Check(
        Check.Kind.ISSUES,
        errors == 0,
        Map.of("errors", String.valueOf(errors), "warnings", String.valueOf(warnings)));
  }

  /** The land of all classes against the parcels it was added up from. */
  private Optional<Check> books(Figure figure) {
    List<Object> row =
        session
            .query(
                """
                SELECT sum(area_m2) FILTER (entry = 'classes'),
                       sum(area_m2) FILTER (entry IN ('delivered', 'repair', 'adjusted'))
                FROM gold.area_ledger WHERE region_code = %s AND year = %d
                """
                    .formatted(Sql.text(figure.region()), figure.year()))
            .rows()
            .get(0);
    BigDecimal classes = (BigDecimal) row.get(0);
    BigDecimal parcels = (BigDecimal) row.get(1);
    if (classes == null || parcels == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Check(
            Check.Kind.BOOKS,
            classes.compareTo(parcels) == 0,
            Map.of("classes", classes.toPlainString(), "parcels", parcels.toPlainString())));
  }

  private Optional<String> version(String runId) {
    return session
        .query(
            "SELECT inputs['program'] FROM ops.job_run WHERE job = %s AND run_id = %s AND status = 'done' ORDER BY started_at DESC LIMIT 1"
                .formatted(Sql.text(JOB), Sql.text(runId)))
        .rows()
        .stream()
        .flatMap(row -> Stream.ofNullable((String) row.get(0)))
        .findFirst();
  }
}

package org.planpulse.jobs.publish;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.jobs.explain.ExactNumber;
import org.planpulse.jobs.explain.Explanation;
import org.planpulse.jobs.explain.ExplanationReader;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.jobs.explain.FigureReader;
import org.planpulse.jobs.explain.FormulaText;
import org.planpulse.jobs.explain.Source;
import org.planpulse.jobs.explain.UnitNames;
import org.planpulse.jobs.query.Known;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.reports.model.Trace;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** The annex: formula, inputs and files of every figure of the report's year. */
final class TraceAnnex {

  private final Schemas schemas;
  private final Plan plan;
  private final QuerySession session;

  TraceAnnex(Schemas schemas, Plan plan, QuerySession session) {
    this.schemas = schemas;
    this.plan = plan;
    this.session = session;
  }

  /** One entry a figure with a value, of the indicators the catalogue has. */
  List<Trace> compose(int year, Sentences sentences) {
    Map<String, Indicator> indicators =
        schemas.indicators().stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    List<Figure> figures =
        new FigureReader(session)
            .ofYear(plan.city().code(), year, Known.NOW).stream()
                .filter(figure -> figure.value() != null)
                .filter(figure -> indicators.containsKey(figure.indicator()))
                .toList();
    Map<String, List<Explanation.Input>> inputs =
        new ExplanationReader(session, schemas).inputs(schemas.indicators(), figures);
    return figures.stream()
        .map(
            figure ->
                trace(
                    indicators.get(figure.indicator()),
                    figure,
                    inputs.get(figure.indicator()),
                    sentences))
        .toList();
  }

  Trace trace(
      Indicator indicator, Figure figure, List<Explanation.Input> inputs, Sentences sentences) {
    return new Trace(
        indicator.code(),
        indicator.name().in(sentences.language())
            + "  "
            + amount(NumberText.of(figure.value(), indicator.decimals()), figure.unit(), sentences),
        FormulaText.inUnit(indicator, figure, schemas.units().get(figure.unit())),
        inputs.stream().map(input -> input(input, sentences)).toList());
  }

  private Trace.Input input(Explanation.Input input, Sentences sentences) {
    Figure.Input value = input.value();
    return new Trace.Input(
        input.name().in(sentences.language()),
        amount(ExactNumber.of(value.value()), value.unit(), sentences),
        source(input.sources(), sentences),
        value.knownFrom().toString());
  }

  /** The dash that names no unit in a column of units would read as a missing value here. */
  private String amount(String number, String unit, Sentences sentences) {
    return Unit.PURE_NUMBER.equals(unit)
        ? number
        : number + " " + UnitNames.symbol(schemas.units(), unit, sentences.language());
  }

  /** The first, and how many more. */
  private static String source(List<Source> sources, Sentences sentences) {
    if (sources.isEmpty()) {
      return "";
    }
    Source first = sources.get(0);
    String place = first.file().path() + "  " + String.join(" ", first.place());
    String more =
        sources.size() == 1
            ? ""
            : new LocalText(
                    "，另有 " + (sources.size() - 1) + " 处", ", and " + (sources.size() - 1) + " more")
                .in(sentences.language());
    return place + content(first, sentences) + more;
  }

  private static String content(Source source, Sentences sentences) {
    if (source instanceof Source.Cell cell) {
      return " “" + cell.text() + "”";
    }
    long count = ((Source.Rows) source).count();
    return new LocalText("（" + count + " 条）", " (" + count + " rows)").in(sentences.language());
  }
}

package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planpulse.jobs.explain.Change.Cause;
import org.planpulse.jobs.explain.Change.Move;
import org.planpulse.jobs.explain.Change.Part;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/**
 * Splits the difference of two figures among the inputs that changed, by {@link ShapleyShares}, and
 * the share of land among the causes booked for its change, in proportion. What the inputs do not
 * account for is a change of method.
 */
public final class ChangeReader {

  /**
   * Areas are whole hundredths of a square metre; as doubles they are off by less than half one.
   */
  private static final double AREA_SLACK_M2 = 0.005;

  /** What the order of additions in another engine can make of a value, as a share of it. */
  private static final double NEGLIGIBLE = 1e-12;

  private static final String LAND = "gold.land_area";
  private static final String ZONES = "gold.zone_land_area";

  private final Schemas schemas;
  private final SourceReader sources;
  private final FormulaValues formulas;
  private final LandCauses landCauses;
  private final Causes causes;
  private final InputNames zh;
  private final InputNames en;

  public ChangeReader(QuerySession session, Schemas schemas) {
    this.schemas = schemas;
    this.sources = new SourceReader(session, schemas);
    this.formulas = new FormulaValues(session, schemas.units());
    this.landCauses = new LandCauses(session);
    this.causes = new Causes(schemas.changeCauses());
    this.zh = new InputNames(schemas, new Sentences(schemas.sentences(), Language.ZH));
    this.en = new InputNames(schemas, new Sentences(schemas.sentences(), Language.EN));
  }

  /** Why {@code after} is not {@code before}; both of one indicator and region. */
  public Change why(Indicator indicator, Figure before, Figure after) {
    List<Move> moves = moves(indicator, before, after);
    if (before.value() == null || after.value() == null) {
      return new Change(indicator, before, after, null, null, moves, List.of());
    }
    BigDecimal from = BigDecimal.valueOf(before.value());
    BigDecimal to = BigDecimal.valueOf(after.value());
    List<Part> parts = parts(indicator, before, after, moves);
    List<BigDecimal> printed =
        PrintedParts.of(parts.stream().map(Part::exact).toList(), from, to, indicator.decimals());
    return new Change(
        indicator,
        before,
        after,
        PrintedParts.difference(from, to, indicator.decimals()),
        to.subtract(from),
        moves,
        IntStream.range(0, parts.size())
            .mapToObj(
                i ->
                    new Part(
                        parts.get(i).input(),
                        parts.get(i).cause(),
                        parts.get(i).exact(),
                        printed.get(i)))
            .toList());
  }

  /** The formula's inputs whose values differ. */
  private List<Move> moves(Indicator indicator, Figure before, Figure after) {
    InputSources found =
        sources.read(Stream.concat(before.inputs().stream(), after.inputs().stream()).toList());
    return indicator.inputs().keySet().stream()
        .map(
            name -> {
              Figure.Input old = before.input(name).orElse(null);
              Figure.Input now = after.input(name).orElse(null);
              return new Move(
                  name,
                  new LocalText(zh.name(indicator, name), en.name(indicator, name)),
                  old,
                  old == null ? List.of() : found.of(old),
                  now,
                  now == null ? List.of() : found.of(now));
            })
        .filter(move -> !Objects.equals(value(move.before()), value(move.after())))
        .toList();
  }

  private static Double value(Figure.Input input) {
    return input == null ? null : input.value();
  }

  /** Not yet printed; they add up to the difference of the values. */
  private List<Part> parts(Indicator indicator, Figure before, Figure after, List<Move> moves) {
    List<Part> parts = new ArrayList<>();
    if (indicator.computed() && !moves.isEmpty()) {
      parts.addAll(ofInputs(indicator, before, after, moves));
    }
    BigDecimal method =
        BigDecimal.valueOf(after.value())
            .subtract(BigDecimal.valueOf(before.value()))
            .subtract(PrintedParts.sum(parts.stream().map(Part::exact).toList()));
    if (method.abs().doubleValue() > NEGLIGIBLE * Math.abs(after.value())) {
      parts.add(new Part("", Causes.METHOD, method, null));
    }
    return parts;
  }

  private List<Part> ofInputs(Indicator indicator, Figure before, Figure after, List<Move> moves) {
    List<Double> values = formulas.of(indicator, sets(before, moves));
    Double first = values.get(0);
    Double last = values.get(values.size() - 1);
    if (first == null || last == null) {
      return List.of();
    }
    if (values.contains(null)) {
      BigDecimal all = BigDecimal.valueOf(last).subtract(BigDecimal.valueOf(first));
      return List.of(new Part("", Causes.TOGETHER, all, null));
    }
    List<BigDecimal> shares = ShapleyShares.of(values.stream().map(BigDecimal::valueOf).toList());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      BigDecimal share = shares.get(i);
      causes(indicator, move, before, after)
          .forEach(
              (cause, weight) ->
                  parts.add(new Part(move.input(), cause, share.multiply(weight), null)));
    }
    return parts.stream().filter(part -> part.exact().signum() != 0).toList();
  }

  /** The inputs of every set of moves, numbered as {@link ShapleyShares} wants. */
  private static List<Map<String, Double>> sets(Figure before, List<Move> moves) {
    List<Map<String, Double>> sets = new ArrayList<>();
    for (int set = 0; set < 1 << moves.size(); set++) {
      Map<String, Double> values = new HashMap<>(before.values());
      for (int i = 0; i < moves.size(); i++) {
        if ((set >> i & 1) == 1) {
          values.put(moves.get(i).input(), value(moves.get(i).after()));
        }
      }
      sets.add(values);
    }
    return sets;
  }

  /** Causes of a move with their weights, which sum to one. */
  private Map<Cause, BigDecimal> causes(
      Indicator indicator, Move move, Figure before, Figure after) {
    if (value(move.before()) == null || value(move.after()) == null) {
      return wholly(Causes.DELIVERY);
    }
    if (before.year() == after.year()) {
      return wholly(learned(move));
    }
    return switch (move.after().table()) {
      case LAND -> booked(indicator.inputs().get(move.input()), move, after.region());
      case ZONES -> wholly(Causes.UNDIVIDED);
      default -> wholly(causes.real());
    };
  }

  /** Why the same year is told otherwise on another day. */
  private Cause learned(Move move) {
    if (!move.before().sources().equals(move.after().sources())) {
      return Causes.REVISION;
    }
    return corrections(move.sourcesBefore()).equals(corrections(move.sourcesAfter()))
        ? Causes.METHOD
        : Causes.CORRECTION;
  }

  private static List<String> corrections(List<Source> sources) {
    return sources.stream()
        .map(source -> source instanceof Source.Cell cell ? cell.correction() : "")
        .toList();
  }

  /** Weights of the causes that the books of land name for a group of classes. */
  private Map<Cause, BigDecimal> booked(Input input, Move move, String region) {
    SortedMap<String, BigDecimal> changes =
        landCauses.of(
            schemas.landGroups().get(input.land()),
            region,
            move.before().year(),
            move.after().year());
    BigDecimal sum = PrintedParts.sum(List.copyOf(changes.values()));
    double moved = move.after().value() - move.before().value();
    if (sum.signum() == 0 || Math.abs(sum.doubleValue() - moved) > AREA_SLACK_M2) {
      return wholly(Causes.UNDIVIDED);
    }
    Map<Cause, BigDecimal> weights = new LinkedHashMap<>();
    changes.forEach(
        (id, change) -> weights.put(causes.of(id), change.divide(sum, PrintedParts.PRECISION)));
    return weights;
  }

  private static Map<Cause, BigDecimal> wholly(Cause cause) {
    return Map.of(cause, BigDecimal.ONE);
  }
}

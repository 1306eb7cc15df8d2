package org.planpulse.jobs.explain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/** What readers call the inputs of a formula: the words of contracts and code lists. */
public final class InputNames {

  private final Schemas schemas;
  private final Sentences sentences;

  public InputNames(Schemas schemas, Sentences sentences) {
    this.schemas = schemas;
    this.sentences = sentences;
  }

  /**
   * @param inputs names in the formula, separated by commas
   */
  public String of(Indicator indicator, String inputs) {
    List<String> names =
        Arrays.stream(inputs.split(","))
            .map(String::strip)
            .map(name -> name(indicator, name))
            .distinct()
            .toList();
    return sentences.join(names);
  }

  /**
   * With what tells it from another input of the same words: a count, or an earlier year.
   *
   * @param input name in the formula
   */
  String name(Indicator indicator, String input) {
    Input source = indicator.inputs().get(input);
    String name = counted(source).orElseGet(() -> name(input, source));
    return source == null || source.at().equals("year")
        ? name
        : sentences.say("input." + source.at(), "name", name);
  }

  /** A count of days or sections, which an index or a class of many items decides. */
  private Optional<String> counted(Input input) {
    if (input == null || !input.isCount() || input.item() != null) {
      return Optional.empty();
    }
    String judged = input.air() != null ? "air" : input.sections() != null ? "sections" : "";
    return judged.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sentences.say(
                "input." + judged + "." + input.aggregate(),
                "threshold",
                input.threshold() == null ? "" : Sentences.number(input.threshold(), 0)));
  }

  private String name(String name, Input input) {
    if (input == null) {
      return name;
    }
    if (input.land() != null || input.zone() != null) {
      return place(input);
    }
    if (input.service() != null) {
      return schemas.serviceAreas().service(input.service()).name().in(sentences.language());
    }
    if (input.air() != null && input.item() == null) {
      return items(schemas.airStandards().get(input.air()).pollutants().keySet());
    }
    if (input.sections() != null) {
      return items(schemas.waterStandards().get(input.sections()).items().keySet());
    }
    if (input.item() == null && (input.register() != null || input.theme() != null)) {
      return dataset(input.register() == null ? input.theme() : input.register());
    }
    return item(
        Stream.of(input.statistic(), input.observation(), input.item())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(name));
  }

  private String items(Collection<String> items) {
    return sentences.join(items.stream().map(this::item).toList());
  }

  private String item(String item) {
    return column(item).map(this::name).orElse(item);
  }

  private String place(Input input) {
    String land =
        schemas.landGroups().containsKey(input.land())
            ? schemas.landGroups().get(input.land()).name().in(sentences.language())
            : "";
    if (input.zone() == null) {
      return land.isEmpty() ? sentences.say("input.territory") : land;
    }
    String zone = schemas.zoneLayers().get(input.zone()).name().in(sentences.language());
    return land.isEmpty() ? zone : sentences.say("input.inside", "zone", zone, "land", land);
  }

  private String dataset(String id) {
    return schemas.contracts().stream()
        .filter(contract -> contract.id().equals(id))
        .map(contract -> new LocalText(contract.name(), contract.nameEn()))
        .findFirst()
        .orElseThrow()
        .in(sentences.language());
  }

  private Optional<Column> column(String item) {
    return schemas.contracts().stream()
        .flatMap(contract -> contract.column(item).stream())
        .findFirst();
  }

  /** In English the description up to its first comma: contracts name columns in Chinese only. */
  private String name(Column column) {
    return sentences.language() == Language.ZH
        ? column.label()
        : column.description().replaceFirst("[,;:(].*", "").strip();
  }
}

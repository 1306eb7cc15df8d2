package org.planpulse.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;

/**
 * What a definition leaves open, and its readings.
 *
 * @param question what is open, e.g. which denominator
 * @param option the reading taken: the default, where {@code codelists/choices.yaml} names no other
 * @param options readings by key
 */
public record Choice(
    LocalText question, @JsonProperty("default") String option, Map<String, Option> options) {

  /** One reading, complete in itself. */
  public record Option(
      LocalText name,
      Map<String, Input> inputs,
      String formula,
      List<Indicator.Example> examples) {}

  /** The question with the reading taken. */
  public LocalText reading() {
    LocalText name = options.get(option).name();
    return new LocalText(question.zh() + "：" + name.zh(), question.en() + ": " + name.en());
  }

  Choice taking(String key) {
    return new Choice(question, key, options);
  }
}

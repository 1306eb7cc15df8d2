package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;

/** A name in the annex says by itself what the number beside it counts. */
class InputNamesTest {
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @ParameterizedTest
  @EnumSource(Language.class)
  void theInputsOfAFormulaHaveNamesOfTheirOwn(Language language) {
    InputNames names = new InputNames(SCHEMAS, new Sentences(SCHEMAS.sentences(), language));
    for (Indicator indicator : SCHEMAS.indicators()) {
      assertThat(named(indicator, names)).as(indicator.code()).doesNotHaveDuplicates();
    }
  }

  @Test
  void anEnglishNameNeedsNoNameBeforeIt() {
    InputNames names = new InputNames(SCHEMAS, new Sentences(SCHEMAS.sentences(), Language.EN));
    assertThat(SCHEMAS.indicators())
        .flatMap(indicator -> named(indicator, names))
        .noneMatch(name -> name.matches("(Of|From) .*|.* (it|them|there)|[A-Z]+|.*[_0-9]{4}.*"));
  }

  private static List<String> named(Indicator indicator, InputNames names) {
    return indicator.inputs().keySet().stream().map(input -> names.name(indicator, input)).toList();
  }
}

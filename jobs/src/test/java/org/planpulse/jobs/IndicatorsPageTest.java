package org.planpulse.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Standard;
import org.planpulse.schemas.codelist.Standard.Validity;
import org.planpulse.schemas.indicator.Choice;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

class IndicatorsPageTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @Test
  void thePageListsEveryIndicatorWithItsFormulaOrTheReasonForNone() throws IOException {
    new GeneratedPage("indicators.md")
        .mustSay(
            """
            # Indicators 指标目录

            Every entry of `schemas/indicators/`: %d, of which %d are computed. Definitions are in our own words; where the text
            of a standard is not at hand or leaves a choice, the entry says so. Formulas take and give SI units; a formula that
            does not give the unit of its entry is refused when the program starts. Which indicators of TD/T 1063-2021 are
            basic and which recommended is read from a public list; its sums, 33 and 89, are the standard's. How to add one:
            [how-to-add-an-indicator.md](how-to-add-an-indicator.md).

            `schemas/indicators/` 的全部条目，共 %1$d 项，可计算 %2$d 项。定义为本项目的表述；标准原文未见或留有余地之处，条目中写明。
            公式的输入与结果均为 SI 单位，与所列单位量纲不符的公式在启动时即被拒绝。TD/T 1063—2021 各项属基本还是推荐，取自公开
            清单，其合计 33 项与 89 项同规程一致。

            | edition 版本 | valid 有效期 | entries 条目 | computed 可计算 |
            |---|---|---|---|
            """
                    .formatted(SCHEMAS.indicators().size(), computed(SCHEMAS.indicators()))
                + editions(IndicatorsPageTest::line)
                + editions(IndicatorsPageTest::section));
  }

  private interface EditionText {
    String of(String id, Standard standard, List<Indicator> entries);
  }

  private static String editions(EditionText text) {
    return SCHEMAS.standards().entrySet().stream()
        .map(edition -> text.of(edition.getKey(), edition.getValue(), entries(edition.getKey())))
        .collect(Collectors.joining());
  }

  private static List<Indicator> entries(String standard) {
    return SCHEMAS.indicators().stream()
        .filter(indicator -> indicator.standardId().equals(standard))
        .toList();
  }

  private static long computed(List<Indicator> entries) {
    return entries.stream().filter(Indicator::computed).count();
  }

  private static String line(String id, Standard standard, List<Indicator> entries) {
    return "| %s | %s | %d | %d |\n"
        .formatted(both(standard.title()), validity(standard), entries.size(), computed(entries));
  }

  private static String validity(Standard standard) {
    Validity valid = standard.valid();
    return valid == null ? "–" : valid.from() + " – " + Optional.ofNullable(valid.to()).orElse("");
  }

  private static String section(String id, Standard standard, List<Indicator> entries) {
    return "\n## %s %s\n".formatted(id, both(standard.title()))
        + entries.stream().map(IndicatorsPageTest::entry).collect(Collectors.joining());
  }

  private static String entry(Indicator indicator) {
    String head =
        "\n### %s %s\n\n%s · %s · %s · %s · %s\n\n%s\n\n%s\n\n"
            .formatted(
                indicator.code(),
                both(indicator.name()),
                both(indicator.category()),
                SCHEMAS.units().get(indicator.unit()).code(),
                indicator.attribute(),
                indicator.direction().name().toLowerCase(Locale.ROOT),
                String.join(", ", indicator.sources()),
                indicator.definition().zh(),
                indicator.definition().en());
    if (!indicator.computed()) {
      return head
          + "Not computed 未计算: %s %s\n"
              .formatted(indicator.notComputable().zh(), indicator.notComputable().en());
    }
    String same = indicator.sameAs() == null ? "" : "As 同 " + indicator.sameAs() + ": ";
    return head
        + (indicator.choice() == null
            ? same + formula(indicator.formula(), indicator.inputs())
            : choice(same, indicator.choice()));
  }

  private static String choice(String same, Choice choice) {
    return same
        + both(choice.question())
        + ":\n\n"
        + choice.options().entrySet().stream()
            .map(
                option ->
                    "- `%s`%s %s: %s"
                        .formatted(
                            option.getKey(),
                            option.getKey().equals(choice.option()) ? " (default 默认)" : "",
                            both(option.getValue().name()),
                            formula(option.getValue().formula(), option.getValue().inputs())))
            .collect(Collectors.joining());
  }

  private static String formula(String formula, Map<String, Input> inputs) {
    return "`%s` with 其中 %s\n"
        .formatted(
            formula.strip(),
            inputs.entrySet().stream()
                .map(input -> "`%s` = %s".formatted(input.getKey(), source(input.getValue())))
                .collect(Collectors.joining(", ")));
  }

  private static String source(Input input) {
    String place =
        Stream.of(
                word("statistic", input.statistic()),
                word("observation", input.observation()),
                word("register", input.register()),
                word("theme", input.theme()),
                word("service", input.service()),
                word("air", input.air()),
                word("sections", input.sections()),
                word("raster", input.raster()),
                word("territory", input.territory()),
                word("zone", input.zone()),
                word("land", input.land()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    String detail =
        Stream.of(
                input.aggregate(),
                input.item(),
                input.zoneType(),
                input.minutes() == null ? null : input.minutes() + " min",
                input.units() == null ? null : "regions `" + input.units() + "`",
                input.threshold() == null ? null : "≤ " + input.threshold(),
                input.where().isEmpty() ? null : "only " + input.where(),
                input.except().isEmpty() ? null : "not " + input.except(),
                input.at().equals("year") ? null : input.at())
            .filter(word -> word != null)
            .collect(Collectors.joining(", "));
    return detail.isEmpty() ? place : place + " (" + detail + ")";
  }

  private static String word(String kind, String name) {
    return name == null ? "" : kind + " " + name;
  }

  private static String both(LocalText text) {
    return text.zh() + " " + text.en();
  }
}

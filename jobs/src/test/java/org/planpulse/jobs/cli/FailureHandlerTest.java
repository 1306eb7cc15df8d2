package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.Language;

/** A value of the wrong kind is told as people write it, not as Java does. */
class FailureHandlerTest {

  @ParameterizedTest
  @CsvSource({
    "report --as-of 2024-13-31, --as-of 的值“2024-13-31”不是日期（如 2025-12-31）。",
    "explain TJ21-A-11 --year 25x, --year 的值“25x”不是整数。",
    "tables --format word, --format 的值“word”不是以下之一：",
  })
  void inChinese(String line, String said) {
    assertThat(saidOf(line, Language.ZH)).contains("参数有误：" + said).doesNotContain("java.");
  }

  @ParameterizedTest
  @CsvSource({
    "report --as-of 2024-13-31, '''2024-13-31'' for --as-of is not a date such as 2025-12-31.'",
    "explain TJ21-A-11 --year 25x, '''25x'' for --year is not a whole number.'",
    "tables --format word, '''word'' for --format is not one of: '",
  })
  void inEnglish(String line, String said) {
    assertThat(saidOf(line, Language.EN)).contains("Wrong argument: " + said);
  }

  private static String saidOf(String line, Language language) {
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), language, 80);
    assertThat(PlanPulse.commandLine(console).execute(line.split(" "))).isEqualTo(ExitCode.USAGE);
    return err.toString();
  }
}

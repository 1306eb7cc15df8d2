package org.planpulse.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class WorkspaceFileTest {

  private static final String MINIMAL = "city: \"150100\"\nplan: example\n";

  @TempDir Path folder;

  @Test
  void keysThatAreAbsentHaveTheirStandardValues() {
    Settings settings = WorkspaceFile.settings(MINIMAL);

    assertThat(settings.language()).isEqualTo(Language.ZH);
    assertThat(settings.crs()).isEqualTo("EPSG:4490");
    assertThat(settings.sampleData()).isFalse();
    assertThat(settings.spark()).isEqualTo(new Settings.Spark("local[*]", 4));
    assertThat(settings.mail()).isEqualTo(new Settings.Mail("", 587, ""));
    assertThat(settings.planParameters()).isEmpty();
  }

  @Test
  void everyKeyIsRead() {
    Settings settings =
        WorkspaceFile.settings(
            MINIMAL
                + """
                crs: EPSG:4525
                language: en
                sample_data: true
                spark: {master: "local[2]", shuffle_partitions: 8}
                mail: {host: mail.example.org, port: 25, from: a@example.org, security: tls, user: a, password_file: secret}
                plan_parameters:
                  water_cap: 1200.5
                """);

    assertThat(settings.city()).isEqualTo("150100");
    assertThat(settings.plan()).isEqualTo("example");
    assertThat(settings.crs()).isEqualTo("EPSG:4525");
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.sampleData()).isTrue();
    assertThat(settings.spark()).isEqualTo(new Settings.Spark("local[2]", 8));
    assertThat(settings.mail())
        .isEqualTo(
            new Settings.Mail(
                "mail.example.org",
                25,
                "a@example.org",
                Settings.Mail.Security.TLS,
                "a",
                "secret"));
    assertThat(settings.planParameters()).containsOnly(java.util.Map.entry("water_cap", 1200.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langauge: zh              | line 3: unknown key langauge; did you mean language?",
        "spark: {mastr: x}         | line 3: unknown key spark.mastr; did you mean spark.master?",
        "qqqqqqqqqqqqqqqqqqqqqqq: 1 | line 3: unknown key qqqqqqqqqqqqqqqqqqqqqqq. All keys",
        "language: fr              | line 3: language cannot be 'fr'; allowed is zh, en",
        "sample_data: maybe        | line 3: sample_data cannot be 'maybe'; allowed is true, false",
        "crs: 4525                 | line 3: crs cannot be '4525'; allowed is EPSG:number",
        "crs: [EPSG:4525]          | line 3: crs cannot be several values",
        "datum_shifts: {xian_1980: 1 2 3} | line 3: datum_shifts.xian_1980 cannot be '1 2 3'; allowed is position_vector or",
        "datum_shifts: {xian_80: x} | line 3: unknown key datum_shifts.xian_80; did you mean datum_shifts.xian_1980?",
        "mail: {port: 70000}       | line 3: mail.port cannot be '70000'; allowed is a whole number from 1 to 65535",
        "plan_parameters: {a: b}   | line 3: plan_parameters.a cannot be 'b'; allowed is a number",
        "schedule: {a: 0 2 * * *}  | line 3: schedule.a cannot be '0 2 * * *'; allowed is a cron expression",
        "spark: local              | line 3: expected lines of the form",
        "plan: other               | line 3: plan is given twice",
        "'a: [1'                   | not valid YAML",
      })
  void aFaultIsNamedWithKeyLineAndWhatIsAllowed(String line, String message) {
    OperatorError error =
        catchThrowableOfType(
            OperatorError.class, () -> WorkspaceFile.settings(MINIMAL + line + "\n"));

    assertThat(error.message(Language.EN)).contains(message);
    assertThat(error.message(Language.ZH)).contains("planpulse.yaml 第");
  }

  @Test
  void theScheduleKeepsTheOrderOfItsLines() throws IOException {
    Files.writeString(
        folder.resolve(WorkspaceFile.NAME),
        MINIMAL + "schedule:\n  nightly: 0 2 * * * check\n  a: 30 3 1 * * run --year 2025\n");

    assertThat(WorkspaceFile.schedule(folder))
        .containsExactly(
            java.util.Map.entry("nightly", "0 2 * * * check"),
            java.util.Map.entry("a", "30 3 1 * * run --year 2025"));
  }

  @Test
  void aKeyThatMustBeGivenIsAskedFor() {
    OperatorError error =
        catchThrowableOfType(OperatorError.class, () -> WorkspaceFile.settings("plan: example\n"));

    assertThat(error.message(Language.EN)).contains("lacks city");
  }

  @Test
  void aFolderWithoutSettingsIsNoWorkspace() {
    OperatorError error =
        catchThrowableOfType(OperatorError.class, () -> WorkspaceFile.read(folder));

    assertThat(error.message(Language.EN)).contains("is not a workspace");
  }

  @Test
  void aSettingsFileInAnotherEncodingIsNamed() throws IOException {
    Files.write(
        folder.resolve(WorkspaceFile.NAME), ("# 设置\n" + MINIMAL).getBytes(Charset.forName("GBK")));

    OperatorError error =
        catchThrowableOfType(OperatorError.class, () -> WorkspaceFile.read(folder));

    assertThat(error.message(Language.EN)).contains("not UTF-8");
  }
}

package org.planpulse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.run.JobOutcome.Status;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

class ProgressTest {

  private static final LocalText TITLE = new LocalText("整合图斑", "Conform land parcels");
  private static final JobDescription JOB =
      new JobDescription("conform-land", TITLE, List.of(), List.of());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aLogGetsOneLineForEachJob() {
    Progress progress = new PlainProgress(out, Language.EN);
    progress.started(3, 12, JOB);
    progress.finished(3, 12, outcome(Status.DONE, null));
    progress.finished(4, 12, outcome(Status.SKIPPED, null));
    progress.finished(5, 12, outcome(Status.FAILED, new LocalText("磁盘已满", "The disk is full")));

    assertThat(text().lines())
        .containsExactly(
            "[3/12] Conform land parcels: 4.2 s, parcels 7",
            "[4/12] Conform land parcels: skipped (inputs unchanged)",
            "[5/12] Conform land parcels: failed: The disk is full");
  }

  @Test
  void countsThatDoNotFitStandOnALineOfTheirOwnAndNothingsStandNowhere() {
    Map<String, Long> counts =
        Map.of("files_read", 45L, "rows_in", 187_540L, "rows_loaded", 187_540L, "rows_lost", 0L);
    Progress progress = new PlainProgress(out, Language.EN);
    progress.finished(1, 15, new JobOutcome("ingest", TITLE, Status.DONE, 104.2, counts, null));

    assertThat(text().lines())
        .containsExactly(
            "[1/15] Conform land parcels: 104.2 s",
            "       files_read 45, rows_in 187540, rows_loaded 187540");
  }

  @Test
  void aTerminalGetsOneLineThatEndsAsTheOutcome() {
    Progress progress = new TerminalProgress(out, Language.ZH);
    progress.started(3, 12, JOB);
    progress.finished(3, 12, outcome(Status.SKIPPED, null));

    assertThat(text().split("\n")).hasSize(1);
    assertThat(text()).endsWith("\r\u001b[K[3/12] 整合图斑: 跳过（输入未变）" + System.lineSeparator());
  }

  private static JobOutcome outcome(Status status, LocalText message) {
    return new JobOutcome("conform-land", TITLE, status, 4.2, Map.of("parcels", 7L), message);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

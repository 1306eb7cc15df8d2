package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.DepartmentNotes;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class ReturnsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void filesGoToTheOutputAndFailuresToTheMessages() {
    OperatorError failure = new OperatorError("未写出。", "It was not written.");

    int code =
        tell(
            new DepartmentNotes("survey", 2, 1, List.of(Path.of("a.pdf")), Optional.empty()),
            new DepartmentNotes("water", 1, 0, List.of(Path.of("b.xlsx")), Optional.of(failure)));

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString().lines()).containsExactly("a.pdf", "b.xlsx");
    assertThat(err.toString().lines())
        .containsExactly(
            "survey: errors 2, doubts 1", "water: errors 1, doubts 0", "It was not written.");
  }

  private int tell(DepartmentNotes... notes) {
    return new ReturnsCommand(
            new Console(new PrintWriter(out, true), new PrintWriter(err, true), Language.EN, 120))
        .tell(List.of(notes));
  }
}

package org.planpulse.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the machine and the workspace for what would make a run fail. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(common.workspace()).findings();
    for (Finding finding : findings) {
      console.print(
          mark(finding.state())
              + "  "
              + finding.subject().in(console.language())
              + console.word("：", ": ")
              + finding.text().in(console.language()));
    }
    boolean sick = findings.stream().anyMatch(f -> f.state() == Finding.State.FAULT);
    return sick ? ExitCode.FAILED : ExitCode.DONE;
  }

  private String mark(Finding.State state) {
    return switch (state) {
      case FINE -> console.word("● 正常", "● fine   ");
      case DOUBTFUL -> console.word("▲ 注意", "▲ look at");
      case FAULT -> console.word("■ 有误", "■ fault  ");
    };
  }
}

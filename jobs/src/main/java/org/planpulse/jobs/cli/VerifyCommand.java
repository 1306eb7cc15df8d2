package org.planpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.issued.Archive;
import org.planpulse.jobs.issued.ArchiveFault;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.issued.Verification;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.WorkspaceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether a file is an issued report, and whether the archive is whole. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
  private Path file;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Archive archive = new Archive(WorkspaceFile.read(common.workspace()).issued());
    boolean whole = isWhole(archive);
    boolean issued = file == null || isIssued(archive);
    return whole && issued ? ExitCode.DONE : ExitCode.FAILED;
  }

  private boolean isWhole(Archive archive) {
    List<ArchiveFault> faults = archive.faults();
    for (ArchiveFault fault : faults) {
      console.tell(
          "签发档案有误：%s/%s %s。",
          "The archive is not whole: %s/%s %s.",
          fault.number(),
          fault.file(),
          fault.what().in(console.language()));
    }
    if (faults.isEmpty()) {
      console.tell("签发档案完好：共 %d 次签发。", "The archive is whole: %d issues.", archive.issues().size());
    }
    return faults.isEmpty();
  }

  private boolean isIssued(Archive archive) {
    if (!Files.isRegularFile(file)) {
      throw new OperatorError("没有文件 " + file + "。", "There is no file " + file + ".");
    }
    Verification found = Verification.of(file, archive);
    if (found.issued()) {
      tellIssue(found);
    } else {
      tellStranger(found);
    }
    return found.issued();
  }

  private void tellIssue(Verification found) {
    Manifest issue = found.issue().orElseThrow();
    console.print(
        console
            .word(
                "%s 是已签发的 %s：签发号 %s，%s 签发，sha256 %s",
                "%s is %s as issued: number %s of %s, sha256 %s")
            .formatted(
                file,
                found.issuedFile().name(),
                issue.number(),
                RunDateOption.dayOf(issue.instant()),
                found.sha256()));
    found
        .replacedBy()
        .ifPresent(
            later ->
                console.tell(
                    "注意：该报告已由 %s（%s）替代。",
                    "Note: it was replaced by %s on %s.",
                    later.number(),
                    RunDateOption.dayOf(later.instant())));
  }

  private void tellStranger(Verification found) {
    if (found.issue().isEmpty()) {
      console.tell(
          "%s 不是已签发的报告（sha256 %s）。",
          "%s is not an issued report (sha256 %s).", file, found.sha256());
      return;
    }
    Manifest issue = found.issue().get();
    String name = file.getFileName().toString();
    console.tell(
        "%s 的内容与签发的 %s（%s）不同：签发的为 sha256 %s，此文件为 %s。",
        "%s differs from %s as issued in %s: that is sha256 %s, this one %s.",
        file,
        name,
        issue.number(),
        issue.file(name).orElseThrow().sha256(),
        found.sha256());
  }
}

package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.issued.ReportName;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

/** Holds drafts against the same reports, written again aside. */
record DraftComparison(Writing writing) {

  /** Writes the reports of a name's type; one of them has the name, if the tables give it. */
  interface Writing {
    Written write(ReportName name, Path folder);
  }

  /**
   * @throws OperatorError naming the first draft that is not, byte for byte, what is written now
   */
  void requireSame(List<Draft> drafts) {
    try {
      Path scratch = Files.createTempDirectory("planpulse-issue");
      try {
        drafts.forEach(draft -> requireSame(draft, scratch));
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  private void requireSame(Draft draft, Path scratch) {
    Path again = scratch.resolve(draft.name().file());
    if (!Files.exists(again)) {
      Written written = writing.write(draft.name(), scratch);
      if (!Files.exists(again)) {
        throw written.failures().isEmpty() ? gone(draft) : failed(draft, written.failures());
      }
    }
    if (!Draft.of(again).sha256().equals(draft.sha256())) {
      throw otherwise(draft);
    }
  }

  private static OperatorError gone(Draft draft) {
    return new OperatorError(
        "按现有数据表已没有 " + draft.file() + " 这份报告（如其预警已解除），未签发。请删除该文件。",
        "The tables give no report "
            + draft.file()
            + " now, e.g. because its warning is gone, so nothing was issued. Delete the file.");
  }

  /** Which of the failures is the draft's does not matter: all are to be mended. */
  private static OperatorError failed(Draft draft, List<OperatorError> failures) {
    return new OperatorError(
        draft.file() + " 未能重新生成，未签发。" + text(failures, Language.ZH),
        draft.file()
            + " could not be written again, so nothing was issued. "
            + text(failures, Language.EN),
        failures.get(0));
  }

  private static String text(List<OperatorError> failures, Language language) {
    return failures.stream()
        .map(failure -> failure.message(language))
        .collect(Collectors.joining(language == Language.ZH ? "" : " "));
  }

  private static OperatorError otherwise(Draft draft) {
    return new OperatorError(
        draft.file() + " 与按现有数据表重新生成的内容不同（数据已变或文件被改动），未签发。请用 planpulse report 重新生成并核对。",
        draft.file()
            + " is not what the tables give now: they have changed, or the file was edited. Nothing"
            + " was issued; write it again with planpulse report and look at it.");
  }
}

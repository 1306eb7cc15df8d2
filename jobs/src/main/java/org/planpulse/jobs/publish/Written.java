package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;

/**
 * What came of a request for reports.
 *
 * @param files written
 * @param failures one a file that could not be written, naming what it is about
 */
public record Written(List<Path> files, List<OperatorError> failures) {

  /** Writes a file for each subject; one that fails does not stop the others. */
  static <T> Written each(Stream<T> subjects, Function<T, String> name, Function<T, Path> writing) {
    List<Path> files = new ArrayList<>();
    List<OperatorError> failures = new ArrayList<>();
    subjects.forEach(
        subject -> {
          try {
            files.add(writing.apply(subject));
          } catch (RuntimeException fault) {
            failures.add(ReportFault.of(name.apply(subject), fault));
          }
        });
    return new Written(files, failures);
  }

  /** The only file asked for; its failure is the operator's to mend. */
  Written orFail() {
    failures.stream()
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return this;
  }
}

package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.planpulse.jobs.run.OperatorError;

/**
 * What one department is asked to mend.
 *
 * @param department its name
 * @param files written
 * @param failure why some were not, the letter among them; empty when all were
 */
public record DepartmentNotes(
    String department,
    long errors,
    long warnings,
    List<Path> files,
    Optional<OperatorError> failure) {}

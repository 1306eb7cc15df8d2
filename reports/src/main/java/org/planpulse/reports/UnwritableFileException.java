package org.planpulse.reports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** A file cannot be written: it is open elsewhere, there is no right to, or no room. */
public final class UnwritableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  UnwritableFileException(Path file, FileSystemException cause) {
    super(file + ": " + Objects.requireNonNullElse(cause.getReason(), kind(cause)), cause);
  }

  /** Such as {@code AccessDenied}. */
  private static String kind(FileSystemException cause) {
    return cause.getClass().getSimpleName().replaceFirst("Exception$", "");
  }
}

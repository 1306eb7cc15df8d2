package org.planpulse.schemas;

/** A data file under {@code schemas/} is wrong; the message names the file and what to mend. */
public final class SchemaException extends RuntimeException {

  public SchemaException(String message) {
    super(message);
  }

  public SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}

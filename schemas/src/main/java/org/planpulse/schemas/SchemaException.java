package org.planpulse.schemas;

/**
 * A data file under {@code schemas/} is wrong; the message names the file and what to mend. The
 * English text is the exception's message.
 */
public final class SchemaException extends RuntimeException {

  private final String zh;

  /** A fault told in English only. */
  public SchemaException(String message) {
    this(message, message);
  }

  public SchemaException(String message, Throwable cause) {
    this(message, message, cause);
  }

  public SchemaException(String zh, String en) {
    this(zh, en, null);
  }

  public SchemaException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  public String message(Language language) {
    return language == Language.ZH ? zh : getMessage();
  }
}

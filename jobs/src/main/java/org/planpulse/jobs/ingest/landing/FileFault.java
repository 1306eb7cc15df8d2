package org.planpulse.jobs.ingest.landing;

import java.util.Map;

/** A supplied file cannot be read; carries the issue that says why. The run goes on without it. */
public final class FileFault extends Exception {

  private final String code;
  private final transient Map<String, String> values;

  /**
   * @param code issue kind
   * @param values for its placeholders
   */
  public FileFault(String code, Map<String, String> values) {
    super(code);
    this.code = code;
    this.values = values;
  }

  public FileFault(String code, Map<String, String> values, Throwable cause) {
    super(code, cause);
    this.code = code;
    this.values = values;
  }

  public String code() {
    return code;
  }

  public Map<String, String> values() {
    return values;
  }
}

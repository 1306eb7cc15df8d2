package org.planpulse.jobs.query;

/** Quoting of names, texts and files in DuckDB's SQL. */
public final class Sql {

  private Sql() {}

  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** One file: characters that stand for others in a pattern stand for themselves. */
  public static String file(String path) {
    return text(path.replaceAll("[\\[*?]", "[$0]"));
  }
}

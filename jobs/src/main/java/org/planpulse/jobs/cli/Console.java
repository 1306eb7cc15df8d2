package org.planpulse.jobs.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.planpulse.schemas.Language;

/**
 * Where a command writes, and in which language: data to {@code out}, so that it can be piped;
 * progress and messages to {@code err}.
 *
 * @param width of tables, in columns
 */
public record Console(PrintWriter out, PrintWriter err, Language language, int width) {

  /** Where the launcher names no terminal, e.g. in a pipe. */
  private static final int STANDARD_WIDTH = 120;

  /** The console of this process, in UTF-8 whatever the platform's charset is. */
  static Console ofProcess(Language language) {
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : STANDARD_WIDTH;
    return new Console(utf8(System.out), utf8(System.err), language, width);
  }

  /** The same place in another language. */
  Console in(Language other) {
    return new Console(out, err, other, width);
  }

  /** Writes a line of data. */
  void print(String line) {
    out.println(line);
  }

  /** Tells the operator something, on {@code err}; {@code %s} stand for the values. */
  void tell(String zh, String en, Object... values) {
    err.println(String.format(Locale.ROOT, word(zh, en), values));
  }

  /** The wording in the console's language. */
  String word(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}

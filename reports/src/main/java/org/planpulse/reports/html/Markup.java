package org.planpulse.reports.html;

/** Writes elements, with everything that is text escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /**
   * @param attributes names and values in turn
   */
  void open(String name, String... attributes) {
    start(name, attributes);
    out.append(">\n");
  }

  void close(String name) {
    out.append("</").append(name).append(">\n");
  }

  void element(String name, String text, String... attributes) {
    start(name, attributes);
    out.append('>');
    text(text);
    out.append("</").append(name).append(">\n");
  }

  void empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>\n");
  }

  void text(String text) {
    out.append(escaped(text).replace("\n", "<br/>"));
  }

  void raw(String markup) {
    out.append(markup);
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1]).replace("\"", "&quot;")).append('"');
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

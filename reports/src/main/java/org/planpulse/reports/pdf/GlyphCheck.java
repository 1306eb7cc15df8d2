package org.planpulse.reports.pdf;

import java.awt.Font;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.planpulse.reports.drawing.ReportFont;

/**
 * Stops before a character is lost: the PDF library drops characters the font lacks without a word.
 */
public final class GlyphCheck {
  private final Font font = ReportFont.regular(10f);

  /**
   * Checks all texts in a record, list or map, however deep.
   *
   * @throws MissingGlyphException naming the first text and character that cannot be drawn
   */
  public void check(Object value) {
    if (value instanceof String text) {
      checkText(text);
    } else if (value instanceof Iterable<?> items) {
      items.forEach(this::check);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            check(key);
            check(item);
          });
    } else if (value instanceof Record row) {
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        check(read(row, component));
      }
    }
  }

  private void checkText(String text) {
    text.codePoints()
        .filter(point -> !Character.isWhitespace(point) && !font.canDisplay(point))
        .findFirst()
        .ifPresent(
            point -> {
              throw new MissingGlyphException(text, point);
            });
  }

  private static Object read(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}

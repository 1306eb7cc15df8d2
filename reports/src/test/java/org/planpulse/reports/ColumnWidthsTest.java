package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.drawing.ReportFont;
import org.planpulse.schemas.Language;

/** Numbers of columns side by side keep a distance on the page. Measures are points. */
class ColumnWidthsTest {
  private static final double PAGE = 491;
  private static final double GAP = 4;
  private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

  @Test
  void theNumbersOfTheMatrixDoNotTouch() {
    Table matrix = table(columns -> columns > 13);
    assertThat(matrix.rows().get(4).cells().get(5).text()).hasSizeGreaterThan(9);
    for (int column = 1; column < matrix.columns().size(); column++) {
      int asked = column;
      assertThat(matrix.rows())
          .allSatisfy(
              row ->
                  assertThat(width(row.cells().get(asked).text(), ReportFont.regular(6)) + GAP)
                      .isLessThan(width(matrix, asked)));
    }
  }

  @Test
  void aTargetInWordsDoesNotTouchTheValue() {
    Table overview = table(columns -> columns == 10);
    for (String target : List.of("控制指标未下达", "不低于1,061.00")) {
      assertThat(width(target, ReportFont.regular(8)) + GAP).isLessThan(width(overview, 6));
    }
  }

  private static Table table(IntPredicate columns) {
    return ReportFamilyTest.document("annual", Language.ZH).chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> columns.test(table.columns().size()))
        .findFirst()
        .orElseThrow();
  }

  private static double width(Table table, int column) {
    double all = table.columns().stream().mapToInt(one -> one.width()).sum();
    return table.columns().get(column).width() * PAGE / all;
  }

  private static double width(String text, Font font) {
    return font.getStringBounds(text, FONTS).getWidth();
  }
}

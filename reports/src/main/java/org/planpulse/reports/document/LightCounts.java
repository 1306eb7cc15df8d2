package org.planpulse.reports.document;

import java.util.List;
import org.planpulse.reports.document.Cell.Mark;
import org.planpulse.reports.wording.Light;

/**
 * How many indicators show which light.
 *
 * @param lightHead head of the column of lights where it is written as a table
 * @param countHead head of the column of counts
 */
public record LightCounts(Caption caption, String lightHead, String countHead, List<Count> counts)
    implements Block {

  public record Count(Light light, int count) {}

  /** The same as a table, for formats that are read as text. */
  public Table table() {
    return Table.of(
        caption,
        List.of(Column.text(lightHead, 100), Column.number(countHead, 60)),
        counts.stream()
            .map(count -> Row.of(new Mark(count.light()), Cell.whole(count.count())))
            .toList());
  }
}

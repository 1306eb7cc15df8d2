package org.planpulse.jobs.draft;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.conform.LabelText;
import org.planpulse.jobs.conform.NumberText;
import org.planpulse.jobs.conform.YearLabel;
import org.planpulse.jobs.ingest.table.TableCell;
import org.planpulse.schemas.Schemas;

/** Finds what the cells of statistical tables measure, for a contract to list. */
final class TableItems {

  private final Set<String> ignored;

  /**
   * @param regions names of administrative units, which are no items
   */
  TableItems(Schemas schemas, Collection<String> regions) {
    this.ignored =
        Stream.concat(schemas.axisCaptions().stream(), regions.stream())
            .flatMap(word -> LabelText.elements(word).stream())
            .collect(Collectors.toSet());
  }

  List<TableItem> in(List<TableCell> cells) {
    Map<String, TableItem> items = new LinkedHashMap<>();
    for (TableCell cell : cells) {
      boolean measured = cell.number() != null || printsNumber(cell.raw());
      List<String> labels = labels(cell);
      if (measured && !labels.isEmpty()) {
        TableItem item = new TableItem(labels, unit(cell), cell.raw());
        items.putIfAbsent(item.path(), item);
      }
    }
    return List.copyOf(items.values());
  }

  private List<String> labels(TableCell cell) {
    List<String> labels =
        Stream.of(cell.rowPath(), cell.columnPath())
            .flatMap(path -> LabelText.elements(path).stream())
            .filter(label -> YearLabel.read(label).isEmpty() && !ignored.contains(label))
            .toList();
    return labels.isEmpty() ? LabelText.elements(cell.tableName()) : labels;
  }

  private static boolean printsNumber(String raw) {
    return !raw.isBlank() && NumberText.read(raw).filter(n -> n.value() != null).isPresent();
  }

  private static String unit(TableCell cell) {
    return Stream.of(cell.rowUnit(), cell.columnUnit(), cell.tableUnit())
        .filter(unit -> unit != null && !unit.isBlank())
        .findFirst()
        .orElse(null);
  }
}

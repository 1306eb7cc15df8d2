package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;

/** Columns of the land groups a part asks for, in hectares. */
final class GroupColumns {
  private final List<String> ids;
  private final List<String> names = new ArrayList<>();

  GroupColumns(Scope scope) {
    this.ids = scope.required(scope.asked().groups(), "地类组编号（groups）", "the ids of land groups");
    for (String id : ids) {
      String name = scope.checkup().landGroups().get(id);
      if (name == null) {
        throw scope.lacks("地类组 " + id, "the land group " + id);
      }
      names.add(scope.text("land.group", name));
    }
  }

  /**
   * @param width of all of them together
   */
  List<Column> heads(int width) {
    return names.stream().map(name -> Column.number(name, width / names.size())).toList();
  }

  List<Cell> cells(Map<String, Double> groupsM2) {
    return ids.stream().<Cell>map(id -> Cell.hm2(groupsM2.get(id))).toList();
  }
}

package org.planpulse.jobs.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.QuerySession;

/** Reads rows by SQL on the warehouse, without Spark. */
record WarehouseReader(QuerySession session) implements GoldReader {

  @Override
  public List<GoldRow> rows(String sql) {
    QueryResult result = session.query(sql);
    List<GoldRow> rows = new ArrayList<>();
    for (List<Object> values : result.rows()) {
      Map<String, Object> row = new HashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(result.columns().get(i).name(), values.get(i));
      }
      rows.add(new GoldRow(row));
    }
    return rows;
  }
}

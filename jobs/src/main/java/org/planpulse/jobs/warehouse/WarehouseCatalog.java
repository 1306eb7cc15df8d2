package org.planpulse.jobs.warehouse;

import java.nio.file.Path;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Resolves {@code gold.x} in SQL to the table's folder when it is asked for. Nothing is registered,
 * so a session starts fast, needs no metastore, and sees what other processes have written since.
 */
public final class WarehouseCatalog extends DeltaCatalog {

  private WarehouseLayout layout;

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    super.initialize(name, options);
    layout = new WarehouseLayout(Path.of(options.get("root")));
  }

  @Override
  public Table loadTable(Identifier table) {
    return super.loadTable(located(table));
  }

  @Override
  public Table loadTable(Identifier table, long timestamp) {
    return super.loadTable(located(table), timestamp);
  }

  @Override
  public Table loadTable(Identifier table, String version) {
    return super.loadTable(located(table), version);
  }

  /** The path form of a table of the warehouse; other names are left alone. */
  private Identifier located(Identifier table) {
    if (table.namespace().length != 1 || table.name().contains("/")) {
      return table;
    }
    String name = table.namespace()[0] + "." + table.name();
    if (layout.version(name).isEmpty()) {
      return table;
    }
    return Identifier.of(new String[] {"delta"}, layout.folder(name).toString());
  }
}

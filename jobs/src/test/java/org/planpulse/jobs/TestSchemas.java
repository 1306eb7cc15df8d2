package org.planpulse.jobs;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The packaged schemas with some files more. */
public final class TestSchemas {

  private TestSchemas() {}

  /**
   * @param files text by path, e.g. {@code warehouse/silver.survey.sql}
   */
  public static Schemas with(Map<String, String> files) {
    SortedMap<String, String> all = new TreeMap<>(SchemaFiles.packaged().contents());
    all.putAll(files);
    return Schemas.load(new SchemaFiles(all));
  }

  /** DDL by table. */
  public static Map<String, String> packagedTables() {
    return Schemas.load(SchemaFiles.packaged()).warehouse();
  }
}

package org.planpulse.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The packaged schemas with some files more. */
public final class TestSchemas {

  private TestSchemas() {}

  /**
   * @param files text by path, e.g. {@code warehouse/gold.x.sql}
   */
  public static Schemas with(Map<String, String> files) {
    TreeMap<String, String> contents = new TreeMap<>(SchemaFiles.packaged().contents());
    contents.putAll(files);
    return Schemas.load(new SchemaFiles(contents));
  }

  /** DDL by table. */
  public static Map<String, String> packagedTables() {
    return Schemas.load(SchemaFiles.packaged()).warehouse();
  }
}

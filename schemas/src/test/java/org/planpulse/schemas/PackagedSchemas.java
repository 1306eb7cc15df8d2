package org.planpulse.schemas;

/** The schema files of this module, loaded once for all tests. */
public final class PackagedSchemas {

  public static final Schemas LOADED = Schemas.load(SchemaFiles.packaged());

  private PackagedSchemas() {}
}

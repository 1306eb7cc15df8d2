package org.planpulse.jobs.workspace;

import java.nio.file.Path;

/** A folder an analyst owns: settings, landing files, corrections, warehouse, reports, exports. */
public record Workspace(Path root, Settings settings) {

  public Path landing() {
    return root.resolve("landing");
  }

  /** Reviewed corrections of delivered values. */
  public Path corrections() {
    return root.resolve("corrections");
  }

  public Path warehouse() {
    return root.resolve("warehouse");
  }

  public Path reports() {
    return root.resolve("reports");
  }

  public Path exports() {
    return root.resolve("exports");
  }

  /** Contracts, indicators, plans and code lists of this workspace, laid over the packaged ones. */
  public Path schemas() {
    return root.resolve("schemas");
  }
}

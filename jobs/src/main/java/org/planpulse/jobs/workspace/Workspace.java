package org.planpulse.jobs.workspace;

import java.nio.file.Path;

/** A folder an analyst owns: settings, landing files, corrections, warehouse, reports, exports. */
public record Workspace(Path root, Path warehouse, Settings settings) {

  public Workspace(Path root, Settings settings) {
    this(root, root.resolve("warehouse"), settings);
  }

  /** This workspace with its tables elsewhere. */
  public Workspace withWarehouse(Path folder) {
    return new Workspace(root, folder, settings);
  }

  public Path landing() {
    return root.resolve("landing");
  }

  /** Reviewed corrections of delivered values. */
  public Path corrections() {
    return root.resolve("corrections");
  }

  /** What departments write about the warnings they answer for. */
  public Path handling() {
    return root.resolve("handling");
  }

  public Path reports() {
    return root.resolve("reports");
  }

  public Path exports() {
    return root.resolve("exports");
  }

  /** Reports as they were issued. */
  public Path issued() {
    return root.resolve("issued");
  }

  /** Contracts, indicators, plans and code lists of this workspace, laid over the packaged ones. */
  public Path schemas() {
    return root.resolve("schemas");
  }
}

package org.planpulse.jobs.workspace;

import java.nio.file.Path;

/**
 * A folder an analyst owns: settings, landing files, corrections, warehouse, reports, exports.
 *
 * @param warehouse its tables
 * @param reports written from them
 */
public record Workspace(Path root, Path warehouse, Path reports, Settings settings) {

  private static final String REPORTS = "reports";

  public Workspace(Path root, Settings settings) {
    this(root, root.resolve("warehouse"), root.resolve(REPORTS), settings);
  }

  /** This workspace with its tables elsewhere. */
  public Workspace withWarehouse(Path folder) {
    return new Workspace(root, folder, reports, settings);
  }

  /** This workspace with its reports elsewhere; all that they rest on stays. */
  public Workspace withReports(Path folder) {
    return new Workspace(root, warehouse, folder, settings);
  }

  /** What a report is called in the journal of runs, wherever it is written this time. */
  public String noted(Path report) {
    return REPORTS + "/" + report.getFileName();
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

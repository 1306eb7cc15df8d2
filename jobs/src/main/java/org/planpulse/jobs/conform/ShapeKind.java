package org.planpulse.jobs.conform;

/** What shapes a silver table takes. */
enum ShapeKind {
  /** Patches and zones: polygons, repaired where they need it. */
  POLYGON,
  /** Themes: points and lines too. */
  ANY
}

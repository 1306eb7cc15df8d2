package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Where an input ends: a place in a file that a department handed over. */
public sealed interface Source {

  File file();

  /** Sheet and cell, layer and feature, or sheet. */
  List<String> place();

  /**
   * A file as it was read.
   *
   * @param path below {@code landing/}
   * @param contract the data contract it was read by, with its version
   * @param rowsIn cells, records, features or tiles
   * @param errors issues found in it of this severity
   */
  record File(
      String key,
      String path,
      String department,
      LocalDate receivedOn,
      String contract,
      String contractVersion,
      long rowsIn,
      long rowsLoaded,
      long rowsQuarantined,
      long errors,
      long warnings) {}

  /**
   * One cell of a table.
   *
   * @param text as the file has it
   * @param value the number that was read, in {@code unit}; a reviewed correction is in it
   * @param factor how many SI units one unit is
   * @param correction who corrected it and why; empty when it stands as delivered
   */
  record Cell(
      File file,
      List<String> place,
      String text,
      Double value,
      String unit,
      BigDecimal factor,
      String correction)
      implements Source {}

  /**
   * A layer, a list or a raster: all of it that was loaded, of which an input may use a part.
   *
   * @param count features, lines or tiles
   * @param areaM2 of the features; null where they have none
   */
  record Rows(File file, List<String> place, Kind kind, long count, BigDecimal areaM2)
      implements Source {}

  /** What the rows of a source are. */
  enum Kind {
    FEATURE,
    LINE,
    TILE
  }
}

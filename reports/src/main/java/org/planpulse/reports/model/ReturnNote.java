package org.planpulse.reports.model;

import java.util.List;
import org.planpulse.schemas.Language;

/**
 * What a department is asked to mend.
 *
 * @param cityName of whom asks
 * @param department of whom is asked
 * @param date ISO day of the letter
 * @param sampleData whether each page is marked as sample data
 * @param errors places that keep data from being loaded
 * @param warnings places that may be wrong
 * @param kinds most severe and most frequent first
 * @param attachments names of the files with all places
 */
public record ReturnNote(
    Language language,
    String cityName,
    String department,
    String date,
    boolean sampleData,
    long errors,
    long warnings,
    List<Kind> kinds,
    List<String> attachments) {

  /**
   * Places with the same fault.
   *
   * @param severity in the note's language
   * @param message of the first place
   * @param example where that is: file, and place in it
   */
  public record Kind(
      String severity, String dataset, String message, String example, String remedy, long count) {}
}

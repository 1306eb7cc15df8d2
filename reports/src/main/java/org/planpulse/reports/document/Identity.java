package org.planpulse.reports.document;

import java.time.LocalDate;
import org.planpulse.schemas.Language;

/**
 * What every page and the properties of the file say.
 *
 * @param sampleMark stands on each page; empty for real data
 * @param day stands as day of creation instead of the clock
 */
public record Identity(
    Language language,
    String title,
    String author,
    String subject,
    String sampleMark,
    LocalDate day) {}

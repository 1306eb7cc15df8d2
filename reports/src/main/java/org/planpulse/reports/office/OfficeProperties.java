package org.planpulse.reports.office;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.planpulse.reports.document.Identity;

/** Title, author and day of an office file; the day is that of the data, not of the clock. */
public final class OfficeProperties {
  private static final String PROGRAM = "PlanPulse";

  private OfficeProperties() {}

  public static void set(POIXMLProperties properties, Identity identity) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    Optional<Date> day = Optional.of(date(identity.day()));
    core.setTitle(identity.title());
    core.setCreator(identity.author());
    core.setSubjectProperty(identity.subject());
    core.setCreated(day);
    core.setModified(day);
    core.setLastModifiedByUser(PROGRAM);
    properties.getExtendedProperties().setApplication(PROGRAM);
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

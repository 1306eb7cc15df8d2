package org.planpulse.jobs.conform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.planpulse.schemas.MayBeAbsent;
import org.planpulse.schemas.SchemaException;

/**
 * One reviewed correction of a delivered value, an entry of a file in {@code corrections/}.
 *
 * @param dataset contract id
 * @param file path below {@code landing/}
 * @param place as issues name it: sheet!cell, sheet!line or layer!feature
 * @param field heading as delivered; empty for a cell of a statistical table
 * @param delivered text that must stand there, or the correction is not applied; empty where
 *     nothing stands
 * @param corrected text read in its place
 * @param owner who answers for it
 * @param reviewed day it was reviewed, yyyy-mm-dd; not after {@code expires}
 * @param expires last day it counts, yyyy-mm-dd
 */
record Correction(
    String dataset,
    String file,
    String place,
    @MayBeAbsent String field,
    @JsonProperty("old") String delivered,
    @JsonProperty("new") String corrected,
    String owner,
    String reason,
    String reviewed,
    String expires) {

  Correction {
    field = field == null ? "" : field;
    delivered = delivered == null ? "" : delivered;
    corrected = corrected == null ? "" : corrected;
    if (Stream.of(dataset, file, place, owner, reason, reviewed, expires)
        .anyMatch(text -> text == null || text.isBlank())) {
      throw new SchemaException(
          "dataset、file、place、owner、reason、reviewed、expires 有空项，请填写：" + file + " " + place,
          "dataset, file, place, owner, reason, reviewed or expires is blank, fill it in: "
              + file
              + " "
              + place);
    }
    if (day(reviewed).isAfter(day(expires))) {
      throw new SchemaException(
          "审核日期 reviewed %s 晚于有效期 expires %s，请改正：%s %s".formatted(reviewed, expires, file, place),
          "reviewed %s is after expires %s, correct one of them: %s %s"
              .formatted(reviewed, expires, file, place));
    }
  }

  LocalDate reviewedOn() {
    return day(reviewed);
  }

  LocalDate expiresOn() {
    return day(expires);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new SchemaException(
          "“" + text + "”不是日期，请写成 yyyy-mm-dd", "'" + text + "' is not a day yyyy-mm-dd", e);
    }
  }
}

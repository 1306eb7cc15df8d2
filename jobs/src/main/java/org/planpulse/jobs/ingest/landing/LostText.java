package org.planpulse.jobs.ingest.landing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts texts with characters no charset could decode, field by field. */
public final class LostText {

  /** What a decoder puts in the place of bytes it cannot read. */
  public static final char REPLACEMENT = '\uFFFD';

  private record Loss(long firstRow, long texts) {}

  private final Map<String, Loss> losses = new LinkedHashMap<>();

  /**
   * @param row line or feature, from 1
   */
  public void note(String field, long row) {
    losses.merge(field, new Loss(row, 1), (old, one) -> new Loss(old.firstRow(), old.texts() + 1));
  }

  /** One issue a field, with its first row and the number of texts. */
  public void report(String part, Findings findings) {
    losses.forEach(
        (field, loss) ->
            findings.add(
                "CHARSET_DAMAGED",
                part + "!" + loss.firstRow(),
                Map.of(
                    "field", field,
                    "row", String.valueOf(loss.firstRow()),
                    "count", String.valueOf(loss.texts()))));
  }
}

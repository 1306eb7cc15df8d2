package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.RunContext;

/**
 * The corrections that fit, by delivered row: what is read in place of what was delivered, and
 * when. While several of one value hold, none of them is read.
 *
 * @param byRow by dataset and source id
 */
record Corrections(Map<String, List<Reviewed>> byRow) implements Serializable {

  /** Field of a value that stands in a cell by itself. */
  static final String CELL = "";

  /**
   * @param text read in place of the delivered one
   * @param from day of the review
   * @param to first day it counts no more; null while it counts
   */
  record Reviewed(String field, String text, LocalDate from, LocalDate to) implements Serializable {

    private boolean holdsOn(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
  }

  /**
   * Days on which a row is read in one way.
   *
   * @param to first day it is read otherwise; null while it is read so
   * @param texts read in place of those delivered, by field
   */
  record Period(LocalDate from, LocalDate to, Map<String, String> texts) {

    /** The fields of a row as they are read. */
    Map<String, String> read(Map<String, String> delivered) {
      if (texts.isEmpty()) {
        return delivered;
      }
      Map<String, String> fields = new HashMap<>(delivered);
      fields.putAll(texts);
      return fields;
    }

    Cell read(Cell cell) {
      return texts.containsKey(CELL) ? cell.reading(texts.get(CELL)) : cell;
    }

    <T> Reading<T> reading(T value, SourceFile file) {
      return new Reading<>(value, file.receivedOn(), from, to);
    }
  }

  /** Those that the correction job found to fit. */
  static Corrections read(RunContext run) {
    Map<String, List<Reviewed>> byRow = new HashMap<>();
    if (!CorrectionFiles.read(run.workspace()).isEmpty()) {
      for (Row row :
          run.warehouse()
              .read(CorrectionJob.TABLE)
              .where(col("state").isin(CorrectionJob.FITTING))
              .collectAsList()) {
        byRow
            .computeIfAbsent(
                SourceFile.id(row.getAs("dataset"), row.getAs("source_id")),
                id -> new ArrayList<>())
            .add(
                new Reviewed(
                    row.getAs("field"),
                    row.getAs("corrected"),
                    row.<Date>getAs("reviewed_on").toLocalDate(),
                    CorrectionJob.EXPIRED.equals(row.getAs("state"))
                        ? row.<Date>getAs("expires_on").toLocalDate().plusDays(1)
                        : null));
      }
    }
    return new Corrections(byRow);
  }

  /** Corrected rows of some datasets, by dataset and source id. */
  Set<String> rows(Collection<String> datasets) {
    return byRow.keySet().stream()
        .filter(id -> datasets.contains(id.substring(0, id.indexOf('/'))))
        .collect(Collectors.toSet());
  }

  /** The fields of a row as they are read now. */
  Map<String, String> apply(String dataset, String sourceId, Map<String, String> delivered) {
    Map<String, String> texts =
        texts(SourceFile.id(dataset, sourceId), correction -> correction.to() == null);
    return new Period(LocalDate.MIN, null, texts).read(delivered);
  }

  /** How a row was read since it was received; the last period is the present one. */
  List<Period> periods(SourceFile file, String sourceId) {
    String id = SourceFile.id(file.dataset(), sourceId);
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Reviewed correction : byRow.getOrDefault(id, List.of())) {
      days.add(correction.from());
      if (correction.to() != null) {
        days.add(correction.to());
      }
    }
    LocalDate from = file.receivedOn();
    List<Period> periods = new ArrayList<>();
    for (LocalDate day : days.tailSet(from, false)) {
      periods.add(period(id, from, day));
      from = day;
    }
    periods.add(period(id, from, null));
    return periods;
  }

  private Period period(String id, LocalDate from, LocalDate to) {
    return new Period(from, to, texts(id, correction -> correction.holdsOn(from)));
  }

  private Map<String, String> texts(String id, Predicate<Reviewed> inForce) {
    Map<String, String> texts = new HashMap<>();
    byRow.getOrDefault(id, List.of()).stream()
        .filter(inForce)
        .collect(Collectors.groupingBy(Reviewed::field))
        .forEach(
            (field, corrections) -> {
              if (corrections.size() == 1) {
                texts.put(field, corrections.get(0).text());
              }
            });
    return texts;
  }
}

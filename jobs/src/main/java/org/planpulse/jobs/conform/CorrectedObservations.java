package org.planpulse.jobs.conform;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The history of observations some line of which was corrected. Of lines of one day that tell of
 * the same observation the first of the last file counts; of lines of one number in several sheets
 * that of the last sheet, as where nothing is corrected.
 */
final class CorrectedObservations extends Knowledge<Row> {

  private static final Comparator<Row> LAST_FILE = Comparator.comparing(row -> file(sourceId(row)));
  private static final Comparator<Row> LINE = Comparator.comparing(row -> line(sourceId(row)));
  private static final Comparator<Row> THE_ONE =
      LAST_FILE.thenComparing(LINE.reversed()).thenComparing(CorrectedObservations::sourceId);

  private final Map<String, SourceFile> files;

  /**
   * @param files by {@link SourceFile#id()}
   */
  CorrectedObservations(Map<String, SourceFile> files) {
    this.files = files;
  }

  /**
   * @param rows of {@code silver.observation}, from and to the days between which a line is read so
   * @return rows from and to the days between which the observation was known so
   */
  List<Row> of(List<Row> rows) {
    Map<List<Object>, List<Reading<Row>>> readings =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    ObservationHistory::key,
                    LinkedHashMap::new,
                    Collectors.mapping(this::reading, Collectors.toList())));
    List<Row> known = new ArrayList<>();
    readings.values().forEach(same -> periods(same).forEach(period -> known.add(row(period))));
    return known;
  }

  @Override
  boolean isBlank(Row row) {
    return row.getAs("si_value") == null;
  }

  @Override
  Row oneOf(List<Row> received) {
    return received.stream().max(THE_ONE).orElseThrow();
  }

  /** A correction of the same line may be one of the place. */
  @Override
  boolean isSame(Row known, Row read) {
    return sourceId(known).equals(sourceId(read))
        ? undated(known).equals(undated(read))
        : known.getAs("si_value").equals(read.getAs("si_value"));
  }

  private Reading<Row> reading(Row row) {
    String file = SourceFile.id(row.getAs("dataset"), file(sourceId(row)));
    return new Reading<>(
        row, files.get(file).receivedOn(), day(row, "known_from"), day(row, "known_to"));
  }

  private static LocalDate day(Row row, String column) {
    Date day = row.getAs(column);
    return day == null ? null : day.toLocalDate();
  }

  private static Row row(Period<Row> known) {
    Row row = known.value();
    Object[] values = values(row);
    values[row.fieldIndex("known_from")] = Date.valueOf(known.from());
    values[row.fieldIndex("known_to")] = known.to() == null ? null : Date.valueOf(known.to());
    return RowFactory.create(values);
  }

  private static Row undated(Row row) {
    Object[] values = values(row);
    values[row.fieldIndex("known_from")] = null;
    values[row.fieldIndex("known_to")] = null;
    return RowFactory.create(values);
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  private static String sourceId(Row row) {
    return row.getAs("source_id");
  }

  private static String file(String sourceId) {
    return sourceId.substring(0, sourceId.indexOf('!'));
  }

  private static int line(String sourceId) {
    return Integer.parseInt(sourceId.substring(sourceId.lastIndexOf('!') + 1));
  }
}

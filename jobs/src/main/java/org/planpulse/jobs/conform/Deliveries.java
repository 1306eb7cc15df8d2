package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.RunContext;

/** The files of {@code bronze.source_file} that belong to contracts, in a fixed order. */
final class Deliveries {

  private final List<SourceFile> files;

  Deliveries(List<SourceFile> files) {
    this.files =
        files.stream()
            .sorted(Comparator.comparing(SourceFile::receivedOn).thenComparing(SourceFile::file))
            .toList();
  }

  static Deliveries read(RunContext run) {
    List<Row> rows =
        run.warehouse()
            .read("bronze.source_file")
            .where(col("dataset").isNotNull())
            .select("source_key", "file", "dataset", "department", "data_year", "received_on")
            .collectAsList();
    return new Deliveries(rows.stream().map(Deliveries::file).toList());
  }

  /** All files, by {@link SourceFile#id()}. */
  Map<String, SourceFile> byId() {
    return index(files);
  }

  /**
   * For each dataset and year the files of its latest delivery, by {@link SourceFile#id()}. One
   * delivery may come in several files on one day, e.g. a file a township.
   */
  Map<String, SourceFile> latest() {
    Map<List<Object>, LocalDate> latest =
        files.stream()
            .collect(
                Collectors.toMap(
                    Deliveries::period, SourceFile::receivedOn, (a, b) -> a.isAfter(b) ? a : b));
    return index(
        files.stream().filter(file -> file.receivedOn().equals(latest.get(period(file)))).toList());
  }

  private static List<Object> period(SourceFile file) {
    return List.of(file.dataset(), Objects.requireNonNullElse(file.dataYear(), 0));
  }

  private static Map<String, SourceFile> index(List<SourceFile> files) {
    Map<String, SourceFile> byId = new LinkedHashMap<>();
    files.forEach(file -> byId.put(file.id(), file));
    return byId;
  }

  private static SourceFile file(Row row) {
    return new SourceFile(
        row.getAs("source_key"),
        row.getAs("file"),
        row.getAs("dataset"),
        row.getAs("department"),
        row.getAs("data_year"),
        row.<java.sql.Date>getAs("received_on").toLocalDate());
  }
}

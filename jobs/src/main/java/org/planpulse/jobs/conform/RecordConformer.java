package org.planpulse.jobs.conform;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reads lines of {@code bronze.record} into a silver table: one row for each item of the line, and
 * one for a line without items. Runs on Spark's workers. A line whose keys cannot be read gives one
 * faulty row.
 */
final class RecordConformer implements MapPartitionsFunction<Row, Row> {

  private final SilverTable table;
  private final Map<String, DatasetSpec> datasets;
  private final Map<String, SourceFile> files;
  private final KnownRegions regions;
  private final String city;
  private final RecordRule rule;
  private final Corrections corrections;
  private final FieldReader fields;

  /**
   * @param datasets by contract id
   * @param files by {@link SourceFile#id()}
   * @param city region of lines that name none
   */
  RecordConformer(
      SilverTable table,
      Map<String, DatasetSpec> datasets,
      Map<String, SourceFile> files,
      KnownRegions regions,
      String city,
      RecordRule rule,
      Corrections corrections) {
    this.table = table;
    this.datasets = datasets;
    this.files = files;
    this.regions = regions;
    this.city = city;
    this.rule = rule;
    this.corrections = corrections;
    this.fields = new FieldReader(table.schema(), table.notNull());
  }

  @Override
  public Iterator<Row> call(Iterator<Row> records) {
    Map<String, FieldNames> names =
        datasets.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, dataset -> new FieldNames(dataset.getValue().fields())));
    return Rows.flatMap(
        records, record -> conform(record, names.get(record.<String>getAs("dataset"))));
  }

  /** A table on two axes of time gets what was read before a review as well. */
  private List<Row> conform(Row record, FieldNames names) {
    SourceFile file = files.get(SourceFile.id(record.getAs("dataset"), record.getAs("source_key")));
    List<Corrections.Period> periods = corrections.periods(file, record.getAs("source_id"));
    Corrections.Period present = periods.get(periods.size() - 1);
    if (!table.hasHistory()) {
      return present(record, read(record, names, file, present));
    }
    List<Row> rows = new ArrayList<>();
    for (Corrections.Period period : periods) {
      List<SilverRow> read = read(record, names, file, period);
      read.forEach(
          row -> {
            row.set("known_from", Date.valueOf(period.from()));
            row.set("known_to", period.to() == null ? null : Date.valueOf(period.to()));
          });
      rows.addAll(period.to() == null ? present(record, read) : past(record, read));
    }
    return rows;
  }

  private List<Row> present(Row record, List<SilverRow> read) {
    List<Row> rows = new ArrayList<>();
    for (SilverRow row : read) {
      rows.add(table.row(row, record, "line", rule.uniqueValue(row), rows.isEmpty()));
    }
    return rows;
  }

  /** What was wrong with a line as it was delivered is not told once it is corrected. */
  private List<Row> past(Row record, List<SilverRow> read) {
    return read.stream()
        .filter(row -> !row.quarantined())
        .map(row -> table.row(row.withoutProblems(), record, "line", null, false))
        .toList();
  }

  private List<SilverRow> read(
      Row record, FieldNames names, SourceFile file, Corrections.Period period) {
    DatasetSpec dataset = datasets.get(file.dataset());
    Map<String, String> texts =
        names.byColumn(period.read(record.getJavaMap(record.fieldIndex("fields"))));
    List<FieldSpec> items = dataset.fields().stream().filter(FieldSpec::item).toList();
    List<SilverRow> rows = new ArrayList<>();
    if (items.isEmpty()) {
      SilverRow row = keys(record, dataset, file, texts, true);
      table.requireNotNull(row, record.getAs("source_id"));
      rows.add(row);
    }
    for (FieldSpec item : items) {
      SilverRow row = keys(record, dataset, file, texts, rows.isEmpty());
      measure(item, texts.get(item.name()), row);
      table.requireNotNull(row, record.getAs("source_id"));
      rows.add(row);
      if (row.quarantined()) {
        break;
      }
    }
    return rows;
  }

  /**
   * @param first whether problems of the keys are to be told; they are those of the whole line
   */
  private SilverRow keys(
      Row record, DatasetSpec dataset, SourceFile file, Map<String, String> texts, boolean first) {
    SilverRow row = new SilverRow();
    dataset.constants().forEach(row::set);
    row.set("dataset", file.dataset());
    row.set("known_from", Date.valueOf(file.receivedOn()));
    row.set("source_id", record.getAs("source_id"));
    row.set("attributes", record.getAs("fields"));
    List<FieldSpec> keys = dataset.fields().stream().filter(field -> !field.item()).toList();
    fields.read(keys, texts, row);
    regions.require(row);
    if (row.get("region_code") == null) {
      row.set("region_code", city);
    }
    rule.complete(row, file);
    dataset.rules().check(texts, "#" + record.<Integer>getAs("line"), row);
    return first ? row : row.withoutDoubts();
  }

  private static void measure(FieldSpec item, String text, SilverRow row) {
    NumberText number = FieldReader.measured(item, text, row);
    row.set("item_code", item.name());
    row.set("unit", item.unit());
    row.set("si_unit", item.siUnit());
    row.set("value_status", number.status().name());
    if (number.value() != null) {
      row.set("value", number.value().doubleValue());
      row.set("si_value", number.value().multiply(item.toSi()).doubleValue());
    }
  }
}

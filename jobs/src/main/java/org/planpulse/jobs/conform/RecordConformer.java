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

  private List<Row> conform(Row record, FieldNames names) {
    DatasetSpec dataset = datasets.get(record.<String>getAs("dataset"));
    Map<String, String> texts =
        names.byColumn(
            corrections.apply(
                record.getAs("dataset"),
                record.getAs("source_id"),
                record.getJavaMap(record.fieldIndex("fields"))));
    List<FieldSpec> items = dataset.fields().stream().filter(FieldSpec::item).toList();
    if (items.isEmpty()) {
      return List.of(row(record, keys(record, dataset, texts, true), true));
    }
    List<Row> rows = new ArrayList<>();
    for (FieldSpec item : items) {
      SilverRow row = keys(record, dataset, texts, rows.isEmpty());
      measure(item, texts.get(item.name()), row);
      rows.add(row(record, row, rows.isEmpty()));
      if (row.quarantined()) {
        break;
      }
    }
    return rows;
  }

  private Row row(Row record, SilverRow row, boolean first) {
    table.requireNotNull(row, record.getAs("source_id"));
    return table.row(row, record, "line", rule.uniqueValue(row), first);
  }

  /**
   * @param first whether problems of the keys are to be told; they are those of the whole line
   */
  private SilverRow keys(
      Row record, DatasetSpec dataset, Map<String, String> texts, boolean first) {
    SourceFile file = files.get(SourceFile.id(record.getAs("dataset"), record.getAs("source_key")));
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

package org.planpulse.jobs.conform;

import java.sql.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.geometry.DatumShifts;
import org.planpulse.schemas.contract.Contract;

/**
 * Reads features of {@code bronze.feature} into rows of a silver table. Runs on Spark's workers;
 * all work on a feature is done in one go, so a geometry is decoded once.
 */
final class FeatureConformer implements MapPartitionsFunction<Row, Row> {

  private final SilverTable table;
  private final Map<String, DatasetSpec> datasets;
  private final Map<String, SourceFile> files;
  private final AreaCheck areaCheck;
  private final ShapeKind kind;
  private final DatumShifts shifts;
  private final FeatureRule rule;
  private final Corrections corrections;
  private final FieldReader fields;

  /**
   * @param datasets by contract id
   * @param files by {@link SourceFile#id()}
   * @param shifts from old datums, where the workspace has them
   */
  FeatureConformer(
      SilverTable table,
      Map<String, DatasetSpec> datasets,
      Map<String, SourceFile> files,
      AreaCheck areaCheck,
      ShapeKind kind,
      DatumShifts shifts,
      FeatureRule rule,
      Corrections corrections) {
    this.table = table;
    this.datasets = datasets;
    this.files = files;
    this.areaCheck = areaCheck;
    this.kind = kind;
    this.shifts = shifts;
    this.rule = rule;
    this.corrections = corrections;
    this.fields = new FieldReader(table.schema(), table.notNull());
  }

  @Override
  public Iterator<Row> call(Iterator<Row> features) {
    Map<String, FieldNames> names =
        datasets.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, dataset -> new FieldNames(dataset.getValue().fields())));
    ShapeReader shapes = new ShapeReader(kind, shifts);
    return Rows.flatMap(
        features,
        feature -> List.of(conform(feature, names.get(feature.<String>getAs("dataset")), shapes)));
  }

  private Row conform(Row feature, FieldNames names, ShapeReader shapes) {
    DatasetSpec dataset = datasets.get(feature.<String>getAs("dataset"));
    SourceFile file =
        files.get(SourceFile.id(feature.getAs("dataset"), feature.getAs("source_key")));
    Map<String, String> texts =
        names.byColumn(
            corrections.apply(
                file.dataset(),
                feature.getAs("source_id"),
                feature.getJavaMap(feature.fieldIndex("fields"))));
    String id = id(dataset, texts, feature);
    SilverRow row = new SilverRow();
    String number = String.valueOf(feature.<Integer>getAs("feature"));
    dataset
        .constants()
        .forEach((column, value) -> row.set(column, value.replace(Contract.FEATURE, number)));
    row.set("dataset", file.dataset());
    row.set("known_from", Date.valueOf(file.receivedOn()));
    row.set("source_id", feature.getAs("source_id"));
    row.set("attributes", feature.getAs("fields"));
    fields.read(dataset.fields(), texts, row);
    String crs = feature.getAs("crs");
    shapes.read(
        feature.getAs("geometry"), crs == null ? dataset.crs() : crs, dataset.extent(), id, row);
    rule.complete(row, file);
    areaCheck.check(row, id);
    dataset.rules().check(texts, id, row);
    table.requireNotNull(row, id);
    return table.row(row, feature, "feature", uniqueValue(dataset, row), true);
  }

  private static String uniqueValue(DatasetSpec dataset, SilverRow row) {
    return dataset.fields().stream()
        .filter(FieldSpec::unique)
        .map(field -> row.text(field.name()))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  /** What people call the feature: its delivered identifier, or its number in the layer. */
  private static String id(DatasetSpec dataset, Map<String, String> texts, Row feature) {
    return dataset.fields().stream()
        .filter(FieldSpec::unique)
        .map(field -> texts.getOrDefault(field.name(), ""))
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElseGet(() -> "#" + feature.<Integer>getAs("feature"));
  }
}

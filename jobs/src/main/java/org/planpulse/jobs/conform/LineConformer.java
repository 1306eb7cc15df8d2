package org.planpulse.jobs.conform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;

/**
 * Understands the lines of one contract's list: each item of a line is a figure of the region and
 * year the line gives. A year no column gives is a constant of the contract, or in the file's name.
 *
 * <p>National lists are delivered whole. Figures of regions beyond the administrative units are
 * loaded, for comparison, and told once a file.
 */
final class LineConformer {

  private final List<Column> items;
  private final DatasetSpec dataset;
  private final List<FieldSpec> keys;
  private final FieldNames names;
  private final FieldReader fields;
  private final CellConformer cells;
  private final KnownRegions regions;
  private final String city;

  /**
   * @param dataset the contract in the form its fields are read by
   * @param cells reads the figures of this contract
   * @param city region of lines that name none
   */
  LineConformer(
      Contract contract,
      DatasetSpec dataset,
      CellConformer cells,
      SilverTable table,
      KnownRegions regions,
      String city) {
    this.items = contract.columns().stream().filter(Column::item).toList();
    this.dataset = dataset;
    this.keys = dataset.fields().stream().filter(field -> !field.item()).toList();
    this.names = new FieldNames(dataset.fields());
    this.fields = new FieldReader(table.schema(), table.notNull());
    this.cells = cells;
    this.regions = regions;
    this.city = city;
  }

  /**
   * A row of {@code bronze.record}.
   *
   * @param delivered texts by delivered heading
   */
  record Line(SourceFile file, String sheet, int number, Map<String, String> delivered) {

    String sourceId() {
      return file.key() + "!" + sheet + "!" + number;
    }

    /** The line in each of the ways it was read. */
    Stream<Reading<Line>> readings(Corrections corrections) {
      return corrections.periods(file, sourceId()).stream()
          .map(
              period ->
                  period.reading(new Line(file, sheet, number, period.read(delivered)), file));
    }
  }

  /** A result for each item; for a line whose keys cannot be read one that rejects it. */
  Stream<CellConformer.Result> conform(Line line) {
    Map<String, String> texts = names.byColumn(line.delivered());
    SilverRow row = new SilverRow();
    fields.read(keys, texts, row);
    String region = Optional.ofNullable(row.text("region_code")).orElse(city);
    Optional<Integer> year = year(row, line.file());
    if (year.isEmpty()) {
      row.reject("YEAR_MISSING", "", Map.of("item", "", "value", ""));
    }
    if (!regions.codes().isEmpty() && !regions.codes().contains(region)) {
      row.doubt("REGION_BEYOND", "", Map.of("region", region));
    }
    Stream<CellConformer.Result> problems =
        row.problems().stream()
            .map(problem -> new CellConformer.Result(null, finding(line, problem)));
    return row.quarantined()
        ? problems
        : Stream.concat(
            problems,
            items.stream()
                .map(item -> cells.measured(cell(line, item, texts), item, region, year.get())));
  }

  private Optional<Integer> year(SilverRow row, SourceFile file) {
    return Optional.ofNullable((Integer) row.get("year"))
        .or(() -> Optional.ofNullable(dataset.constants().get("year")).map(Integer::valueOf))
        .or(() -> Optional.ofNullable(file.dataYear()));
  }

  /** The item stands where a table has its column; its line is the place. */
  private static Cell cell(Line line, Column item, Map<String, String> texts) {
    return new Cell(
        line.file(),
        line.sheet(),
        line.number() + "!" + item.name(),
        null,
        null,
        null,
        item.label(),
        null,
        null,
        null,
        texts.get(item.name()),
        null,
        null);
  }

  private static Finding finding(Line line, Problem problem) {
    Map<String, String> values = new HashMap<>(problem.values());
    values.putIfAbsent("value", "");
    return new Finding(
        line.file(),
        line.sourceId(),
        problem.code(),
        problem.subject(),
        problem.quarantines(),
        values,
        line.delivered().toString(),
        0);
  }
}

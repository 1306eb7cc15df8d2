package org.planpulse.jobs.conform;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;

/** Understands the cells of one contract: which item, region, year and unit they give. */
final class CellConformer {

  private static final Pattern REVISION = Pattern.compile("修订|revis", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOTED_YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private final ItemResolver items;
  private final UnitResolver unitResolver;
  private final UnitTable units;
  private final RegionNames regions;
  private final Set<String> captions;

  CellConformer(Contract contract, Schemas schemas, RegionNames regions) {
    this.units = schemas.units();
    this.captions = schemas.axisCaptions().stream().map(LabelText::fold).collect(toSet());
    this.unitResolver = new UnitResolver(units);
    this.items = new ItemResolver(contract.columns(), unitResolver);
    this.regions = regions;
  }

  /** Exactly one of the two is not null. */
  record Result(Statistic statistic, Finding finding) {}

  Result conform(Cell cell) {
    Labels row = labels(cell.rowPath());
    Labels column = labels(cell.columnPath());
    Optional<ItemResolver.Item> item =
        items
            .resolve(cell.tableName(), row.labels(), column.labels())
            .or(() -> items.resolve(cell.tableName(), row.others(), column.others()));
    if (item.isEmpty()) {
      return unknown(cell, row, column);
    }
    Optional<Integer> year =
        row.year()
            .or(column::year)
            .or(() -> Optional.ofNullable(cell.titleYear()))
            .or(() -> Optional.ofNullable(cell.file().dataYear()));
    if (year.isEmpty()) {
      return rejected(cell, "YEAR_MISSING", item.get().column());
    }
    String region = row.region().or(column::region).orElse(regions.city());
    return measured(cell, item.get(), region, year.get());
  }

  /** Captions such as 年份 over the years say nothing about the cell. */
  private Labels labels(String path) {
    return Labels.of(
        LabelText.elements(path).stream().filter(label -> !captions.contains(label)).toList(),
        regions);
  }

  /** The figure of a cell whose item, region and year are known. */
  Result measured(Cell cell, Column item, String region, int year) {
    return measured(cell, new ItemResolver.Item(item, null), region, year);
  }

  private Result measured(Cell cell, ItemResolver.Item item, String region, int year) {
    Column column = item.column();
    Unit usual = units.get(column.unit().orElse("1"));
    Optional<Unit> printed =
        unitResolver.resolve(
            Stream.of(item.unit(), cell.rowUnit(), cell.columnUnit(), cell.tableUnit())
                .filter(text -> text != null)
                .toList(),
            usual);
    Optional<NumberText> number = number(cell, column);
    if (number.isEmpty()) {
      return rejected(cell, "NUMBER_UNREADABLE", column);
    }
    String suffix = number.get().suffix();
    Optional<Unit> unit =
        suffix.isEmpty() ? printed : unitResolver.ofSuffix(suffix, printed.orElse(usual));
    if (unit.isEmpty()) {
      return rejected(cell, "UNIT_UNKNOWN", column);
    }
    if (!unit.get().si().equals(usual.si())) {
      return rejected(cell, "UNIT_MISMATCH", column, Map.of("unit", unit.get().code()));
    }
    Statistic statistic =
        new Statistic(
            region,
            column,
            year,
            number.get().value(),
            unit.get(),
            number.get().halfLastDigit(),
            status(cell, number.get().status(), year),
            cell);
    return plausible(statistic, column, usual)
        ? new Result(statistic, null)
        : rejected(cell, "VALUE_OUT_OF_RANGE", column);
  }

  private static Optional<NumberText> number(Cell cell, Column column) {
    String code = cell.raw() == null ? null : column.valueCodes().get(cell.raw().strip());
    if (code != null) {
      return Optional.of(NumberText.of(ValueStatus.valueOf(code)));
    }
    return cell.number() == null
        ? NumberText.read(cell.raw())
        : Optional.of(NumberText.of(cell.number()));
  }

  /** A revision note counts for all cells it stands at, or for the years it names. */
  private static ValueStatus status(Cell cell, ValueStatus status, int year) {
    if (status != ValueStatus.OK || cell.note() == null || !REVISION.matcher(cell.note()).find()) {
      return status;
    }
    List<String> years =
        NOTED_YEAR.matcher(cell.note()).results().map(match -> match.group()).toList();
    return years.isEmpty() || years.contains(Integer.toString(year)) ? ValueStatus.REVISED : status;
  }

  private static boolean plausible(Statistic statistic, Column column, Unit usual) {
    if (statistic.value() == null) {
      return true;
    }
    double value = usual.fromSi(statistic.siValue().doubleValue());
    return value >= column.minimum().orElse(Double.NEGATIVE_INFINITY)
        && value <= column.maximum().orElse(Double.POSITIVE_INFINITY);
  }

  private Result unknown(Cell cell, Labels row, Labels column) {
    boolean rowIsNoRegion =
        !row.others().isEmpty() && !column.others().isEmpty() && items.known(column.others());
    String code = rowIsNoRegion ? "REGION_UNKNOWN" : "ITEM_UNKNOWN";
    String label = rowIsNoRegion ? cell.rowPath() : label(row, column, cell);
    return new Result(null, finding(cell, code, label, Map.of()));
  }

  private static String label(Labels row, Labels column, Cell cell) {
    String labels =
        String.join("/", Stream.concat(row.others().stream(), column.others().stream()).toList());
    return labels.isEmpty() && cell.tableName() != null ? cell.tableName() : labels;
  }

  private static Result rejected(Cell cell, String code, Column column) {
    return rejected(cell, code, column, Map.of());
  }

  private static Result rejected(
      Cell cell, String code, Column column, Map<String, String> values) {
    return new Result(null, finding(cell, code, column.label(), values));
  }

  private static Finding finding(Cell cell, String code, String label, Map<String, String> values) {
    String raw = cell.raw() == null ? "" : cell.raw();
    Map<String, String> all = new HashMap<>(values);
    all.put("item", label);
    all.put("value", raw);
    all.putIfAbsent(
        "unit",
        Stream.of(cell.rowUnit(), cell.columnUnit(), cell.tableUnit())
            .filter(text -> text != null)
            .findFirst()
            .orElse(""));
    return new Finding(cell.file(), cell.sourceId(), code, label, true, all, raw, 0);
  }

  /**
   * Labels of one axis without its captions, sorted into what they say.
   *
   * @param labels all but years; 合计 may be the city, or the total of an item
   * @param others all but years and regions
   */
  private record Labels(
      Optional<Integer> year, Optional<String> region, List<String> labels, List<String> others) {

    static Labels of(List<String> labels, RegionNames regions) {
      Optional<Integer> year =
          labels.stream().flatMap(label -> YearLabel.read(label).stream()).findFirst();
      Optional<String> region =
          labels.stream().flatMap(label -> regions.code(label).stream()).findFirst();
      List<String> undated =
          labels.stream().filter(label -> YearLabel.read(label).isEmpty()).toList();
      List<String> others =
          undated.stream().filter(label -> regions.code(label).isEmpty()).toList();
      return new Labels(year, region, undated, others);
    }
  }
}

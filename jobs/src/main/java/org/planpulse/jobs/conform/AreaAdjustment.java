package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.geometry.AreaBalance;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.workspace.Settings.Areas;
import org.planpulse.schemas.contract.Contract;

/**
 * Adjusts the parcels of a unit and year to the unit's control area (面积平差), where the difference is
 * within the tolerance of the settings. A larger one is no rounding: it is told and left.
 */
final class AreaAdjustment {

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  /** Equal areas are in this order, so that the rest always goes to the same parcels. */
  private static final Column[] ORDER = {
    col("bsm"), col("geometry_hash"), col("dataset"), col("source_id")
  };

  private final RunContext run;
  private final IssueStore issues;
  private final Areas settings;

  AreaAdjustment(RunContext run, IssueStore issues) {
    this.run = run;
    this.issues = issues;
    this.settings = run.workspace().settings().areas();
  }

  /** The rows of {@code silver.land_parcel}, as they are when the settings ask for nothing. */
  Dataset<Row> adjust(Dataset<Row> parcels) {
    if (settings.adjust() == Areas.Adjust.NONE) {
      return parcels;
    }
    Map<String, Long> controls = controls(parcels);
    return controls.isEmpty()
        ? parcels
        : parcels
            .groupByKey((MapFunction<Row, String>) AdjustedUnit::key, Encoders.STRING())
            .flatMapSortedGroups(ORDER, new AdjustedUnit(controls), Encoders.row(parcels.schema()));
  }

  /** Control areas in 0.01 m² by {@link AdjustedUnit#key}, of units that need and allow it. */
  private Map<String, Long> controls(Dataset<Row> parcels) {
    Map<String, Row> units = units();
    Map<String, Long> controls = new HashMap<>();
    TreeSet<String> without = new TreeSet<>();
    String dataset = "";
    for (Row sums : sums(parcels)) {
      Row unit = units.get(sums.<String>getAs("region_code"));
      if (unit == null) {
        without.add(sums.getAs("region_code"));
        dataset = sums.getAs("dataset");
      } else if (!isAdjustable(sums, unit.getAs("control_area_m2"))) {
        refuse(sums, unit);
      } else {
        controls.put(AdjustedUnit.key(sums), hundredths(unit.getAs("control_area_m2")));
      }
    }
    if (!without.isEmpty()) {
      tellMissing(without, dataset);
    }
    return controls;
  }

  /** Units with a control area, by code: of several years' layers the latest, as in the ledger. */
  private Map<String, Row> units() {
    return run
        .warehouse()
        .read("silver.admin_unit")
        .where("control_area_m2 IS NOT NULL")
        .select("region_code", "name", "control_area_m2", "dataset", "source_id", "year")
        .orderBy(col("year").desc_nulls_last(), col("source_id"))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs("region_code"), Function.identity(), (first, later) -> first));
  }

  private static List<Row> sums(Dataset<Row> parcels) {
    return parcels
        .groupBy("year", "region_code")
        .agg(
            sum("area_m2").as("area_m2"),
            min("area_m2").as("smallest_m2"),
            count("*").as("parcels"),
            min("dataset").as("dataset"))
        .orderBy("year", "region_code")
        .collectAsList();
  }

  private boolean isAdjustable(Row sums, BigDecimal control) {
    BigDecimal difference = control.subtract(sums.getAs("area_m2"));
    BigDecimal most = control.multiply(settings.tolerancePpm()).divide(MILLION);
    return difference.abs().compareTo(most) <= 0
        && AreaBalance.isPossible(
            hundredths(sums.getAs("smallest_m2")),
            sums.<Long>getAs("parcels"),
            hundredths(difference));
  }

  private void refuse(Row sums, Row unit) {
    String sourceId = unit.getAs("source_id");
    String[] source = sourceId.split("!", 2);
    String dataset = unit.getAs("dataset");
    SourceFile file = Deliveries.read(run).byId().get(SourceFile.id(dataset, source[0]));
    BigDecimal area = sums.getAs("area_m2");
    BigDecimal control = unit.getAs("control_area_m2");
    issues.add(
        issues.issue(
            "CONTROL_AREA_REFUSED",
            department(dataset),
            dataset,
            file == null ? source[0] : file.file(),
            source.length < 2 ? "" : source[1],
            Map.of(
                "unit", unit.<String>getAs("region_code"),
                "name", unit.<String>getAs("name"),
                "year", sums.<Integer>getAs("year").toString(),
                "sum", area.toPlainString(),
                "control", control.toPlainString(),
                "difference", area.subtract(control).toPlainString(),
                "tolerance", settings.tolerancePpm().toPlainString())));
  }

  private void tellMissing(TreeSet<String> units, String dataset) {
    issues.add(
        issues.issue(
            "CONTROL_AREA_MISSING",
            department(dataset),
            dataset,
            "",
            units.first(),
            Map.of("unit", units.first(), "count", Integer.toString(units.size()))));
  }

  private String department(String dataset) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.id().equals(dataset))
        .map(Contract::department)
        .findFirst()
        .orElse("");
  }

  private static long hundredths(BigDecimal m2) {
    return m2.movePointRight(2).longValueExact();
  }
}

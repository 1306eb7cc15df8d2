package org.planpulse.schemas;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.planpulse.schemas.codelist.AirStandard;
import org.planpulse.schemas.codelist.ChangeCauses;
import org.planpulse.schemas.codelist.DeliveryRules;
import org.planpulse.schemas.codelist.Department;
import org.planpulse.schemas.codelist.Dimension;
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.codelist.LandClass;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.LandLevel1;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.RasterLayer;
import org.planpulse.schemas.codelist.SeriesBreaks;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.codelist.Standard;
import org.planpulse.schemas.codelist.TopologyLimits;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.codelist.WarningRules;
import org.planpulse.schemas.codelist.WaterStandard;
import org.planpulse.schemas.codelist.ZoneLayer;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.ContractReader;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;
import org.planpulse.schemas.report.ReportType;

/**
 * Everything the program knows as data, read and checked once.
 *
 * @param warehouse DDL text by table name, e.g. {@code silver.statistic}
 * @param landClasses by DLBM
 * @param indicators each with the reading that {@code codelists/choices.yaml} or its default takes
 * @param standards editions of standards that indicators follow, by {@code standard_id}
 * @param studies thematic studies of the plan, by key
 * @param sentences wording of what reports compose from figures, by key
 * @param axisCaptions words that tables print over an axis, such as 年份
 * @param crsNames EPSG codes by the names that GIS software writes for them
 * @param datumShifts accuracy in metres of the published shift to WGS 84, by the datum's name in
 *     the EPSG registry; older datums that are not listed are refused
 * @param breaks years from which series mean something else
 * @param landLevel1 first-level classes by code, in the order of tables
 * @param reportTypes kinds of report by id
 */
public record Schemas(
    List<Contract> contracts,
    List<Indicator> indicators,
    Map<String, Plan> plans,
    Map<String, String> warehouse,
    Map<String, LandLevel1> landLevel1,
    Map<String, LandClass> landClasses,
    Map<String, LandGroup> landGroups,
    Map<String, Department> departments,
    Map<String, Dimension> dimensions,
    Map<String, ZoneLayer> zoneLayers,
    Map<String, RasterLayer> rasterLayers,
    Map<String, LineRule> lineRules,
    Map<String, IssueKind> issueKinds,
    Map<String, Standard> standards,
    Map<String, AirStandard> airStandards,
    Map<String, WaterStandard> waterStandards,
    Map<String, LocalText> studies,
    Map<String, LocalText> sentences,
    Set<String> axisCaptions,
    UnitTable units,
    Map<String, Integer> crsNames,
    Map<String, Double> datumShifts,
    WarningRules warningRules,
    TopologyLimits topologyLimits,
    DeliveryRules deliveryRules,
    ServiceAreas serviceAreas,
    ChangeCauses changeCauses,
    Map<String, ReportType> reportTypes,
    SeriesBreaks breaks) {

  /**
   * Reads every schema file.
   *
   * @throws SchemaException naming the file, when one does not parse or refers to something unknown
   */
  public static Schemas load(SchemaFiles files) {
    Schemas schemas =
        new Schemas(
            files.in("contracts").entrySet().parallelStream() // hundreds, and each start waits
                .map(file -> ContractReader.read(file.getKey(), file.getValue()))
                .toList(),
            Readings.taken(
                each(files, "indicators", new TypeReference<Indicator>() {}),
                codelist(files, "choices", new TypeReference<>() {})),
            index("plans", each(files, "plans", new TypeReference<>() {}), Plan::id),
            ddl(files),
            list(files, "land_level1", new TypeReference<>() {}, LandLevel1::code),
            list(files, "land_classes", new TypeReference<>() {}, LandClass::code),
            list(files, "land_groups", new TypeReference<>() {}, LandGroup::id),
            list(files, "departments", new TypeReference<>() {}, Department::key),
            list(files, "dimensions", new TypeReference<>() {}, Dimension::key),
            list(files, "zone_layers", new TypeReference<>() {}, ZoneLayer::id),
            list(files, "raster_layers", new TypeReference<>() {}, RasterLayer::id),
            list(files, "line_rules", new TypeReference<>() {}, LineRule::id),
            issueKinds(files),
            codelist(files, "standards", new TypeReference<>() {}),
            list(files, "air_standards", new TypeReference<>() {}, AirStandard::id),
            list(files, "water_standards", new TypeReference<>() {}, WaterStandard::id),
            codelist(files, "studies", new TypeReference<>() {}),
            codelist(files, "sentences", new TypeReference<>() {}),
            codelist(files, "axis_captions", new TypeReference<>() {}),
            new UnitTable(codelist(files, "units", new TypeReference<List<Unit>>() {})),
            codelist(files, "crs_names", new TypeReference<>() {}),
            codelist(files, "datum_shifts", new TypeReference<>() {}),
            codelist(files, "warning_levels", new TypeReference<>() {}),
            codelist(files, "topology", new TypeReference<>() {}),
            codelist(files, "deliveries", new TypeReference<>() {}),
            codelist(files, "service_areas", new TypeReference<>() {}),
            codelist(files, "change_causes", new TypeReference<>() {}),
            index("reports", each(files, "reports", new TypeReference<>() {}), ReportType::id),
            new SeriesBreaks(codelist(files, "breaks", new TypeReference<>() {})));
    new SchemaCheck(schemas).run();
    return schemas;
  }

  /** The codes a contract's columns may be bound to, by the name of the code list. */
  public SortedMap<String, Set<String>> codelists() {
    return new TreeMap<>(
        Map.of(
            "land_classes", landClasses.keySet(),
            "land_level1", landLevel1.keySet(),
            "zone_layers", zoneLayers.keySet()));
  }

  private static <T> List<T> each(SchemaFiles files, String folder, TypeReference<T> type) {
    return files.in(folder).entrySet().parallelStream()
        .map(file -> SchemaYaml.read(file.getKey(), file.getValue(), type))
        .toList();
  }

  private static Map<String, IssueKind> issueKinds(SchemaFiles files) {
    List<IssueKind> kinds =
        each(files, "codelists/issues", new TypeReference<List<IssueKind>>() {}).stream()
            .flatMap(List::stream)
            .toList();
    return index("codelists/issues", kinds, IssueKind::code);
  }

  private static <T> Map<String, T> list(
      SchemaFiles files, String name, TypeReference<List<T>> type, Function<T, String> key) {
    return index("codelists/" + name + ".yaml", codelist(files, name, type), key);
  }

  private static <T> T codelist(SchemaFiles files, String name, TypeReference<T> type) {
    String path = "codelists/" + name + ".yaml";
    return SchemaYaml.read(path, files.text(path), type);
  }

  private static <T> Map<String, T> index(String where, List<T> values, Function<T, String> key) {
    Map<String, T> byKey = new LinkedHashMap<>();
    for (T value : values) {
      if (byKey.put(key.apply(value), value) != null) {
        throw new SchemaException(where + ": " + key.apply(value) + " is defined twice");
      }
    }
    return byKey;
  }

  private static Map<String, String> ddl(SchemaFiles files) {
    Map<String, String> byTable = new LinkedHashMap<>();
    files
        .in("warehouse")
        .forEach(
            (path, text) ->
                byTable.put(
                    path.substring("warehouse/".length()).replaceFirst("\\.sql$", ""), text));
    return byTable;
  }
}

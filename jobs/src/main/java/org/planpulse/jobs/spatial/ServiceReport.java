package org.planpulse.jobs.spatial;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planpulse.jobs.geometry.network.RoadNetwork.Apart;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.codelist.TravelMode;
import org.planpulse.schemas.contract.Contract;

/** Tells departments what is missing or wrong with roads and facilities, each thing once. */
final class ServiceReport {

  private final Map<String, Contract> contracts;
  private final Language language;
  private final IssueStore issues;
  private final Warehouse warehouse;
  private final Set<List<Object>> told = new HashSet<>();
  private Map<String, String> files;

  ServiceReport(RunContext run, IssueStore issues) {
    this.contracts =
        run.schemas().contracts().stream().collect(Collectors.toMap(Contract::id, c -> c));
    this.language = run.workspace().settings().language();
    this.issues = issues;
    this.warehouse = run.warehouse();
  }

  void roadsMissing(String dataset, List<TravelMode> modes) {
    String names =
        modes.stream()
            .map(mode -> mode.name().in(language))
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    tell("ROADS_MISSING", dataset, "", Map.of("roads", name(dataset), "modes", names));
  }

  void facilitiesMissing(Service service) {
    String dataset = service.facilities().keySet().stream().sorted().findFirst().orElse("");
    tell(
        "FACILITIES_MISSING",
        dataset,
        "",
        Map.of("name", name(dataset), "service", service.name().in(language)));
  }

  /**
   * @param sourceId of one of the roads
   */
  void roadsApart(String dataset, String sourceId, TravelMode mode, Apart apart) {
    tell(
        "ROADS_APART",
        dataset,
        sourceId.replaceFirst("!.*", ""),
        Map.of(
            "length", number("%.1f", apart.metres() / 1000),
            "share", number("%.1f", 100 * apart.metres() / apart.allMetres()),
            "parts", String.valueOf(apart.parts()),
            "mode", mode.name().in(language)));
  }

  void offRoad(Facility facility, Service service, double away, double limit) {
    tell(
        "FACILITY_OFF_ROAD",
        facility.dataset(),
        facility.sourceId(),
        Map.of(
            "name", facility.name() == null ? facility.sourceId() : facility.name(),
            "distance", number("%.0f", away),
            "limit", number("%.0f", limit),
            "service", service.name().in(language)));
  }

  private void tell(String code, String dataset, String sourceId, Map<String, String> values) {
    if (!told.add(List.of(code, dataset, sourceId, values))) {
      return;
    }
    String[] source = sourceId.split("!", 2);
    String file = source[0].isEmpty() ? "" : files().getOrDefault(source[0], "");
    issues.add(
        issues.issue(
            code,
            contracts.get(dataset).department(),
            dataset,
            file,
            source.length > 1 ? source[1] : "",
            values));
  }

  /** Paths by the key of the file, read when the first is asked for: mostly there is no fault. */
  private Map<String, String> files() {
    if (files == null) {
      files = new HashMap<>();
      warehouse
          .read("bronze.source_file")
          .select("source_key", "file")
          .collectAsList()
          .forEach(row -> files.put(row.getString(0), row.getString(1)));
    }
    return files;
  }

  private String name(String dataset) {
    Contract contract = contracts.get(dataset);
    return language == Language.ZH ? contract.name() : contract.nameEn();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}

package org.planpulse.jobs.ingest.crs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.geometry.MapOffset;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/**
 * Decides the CRS of a layer: what the file states, else what was agreed, else the workspace's
 * Chinese system where the coordinates allow it, else what they reveal. A statement the coordinates
 * contradict is refused, for a wrong strip moves a layer by hundreds of kilometres.
 */
public final class CrsDecision {

  private static final int CHINA_DEGREES = 4490;

  /** What files of map services state, which have no name for their own system. */
  private static final Set<String> DEGREES = Set.of("EPSG:4326", "EPSG:4490");

  private final Contract contract;
  private final WktCrs texts;
  private final String surveyCrs;
  private final Findings findings;

  /**
   * @param surveyCrs CRS the city's survey delivers in, as settings write it
   */
  public CrsDecision(Contract contract, WktCrs texts, String surveyCrs, Findings findings) {
    this.contract = contract;
    this.texts = texts;
    this.surveyCrs = surveyCrs;
    this.findings = findings;
  }

  /**
   * @param stated by the file, {@code EPSG:n} or a CRS text
   * @return {@code EPSG:n}, or a text in WKT where EPSG has no number
   * @throws FileFault when the statement is impossible or nothing tells the CRS
   */
  public String decide(String layer, Optional<String> stated, Extent extent) throws FileFault {
    Optional<String> read = stated.flatMap(this::read);
    if (read.isPresent()) {
      return checked(layer, read.get(), extent);
    }
    if (contract.crs().isPresent() && admits(contract.crs().get(), extent)) {
      return assumed(layer, contract.crs().get(), "contract");
    }
    if (stated.isPresent()) {
      throw new FileFault("CRS_UNREADABLE", Map.of("crs", CrsName.of(stated.get())));
    }
    Optional<String> survey =
        Optional.ofNullable(surveyCrs).filter(crs -> extent.known() && admits(crs, extent));
    Optional<String> recognised =
        extent.known()
            ? ChineseCrs.recognised(extent).map(code -> "EPSG:" + code)
            : Optional.empty();
    if (survey.isPresent() && (recognised.isEmpty() || toldByNumbers(survey.get()))) {
      return assumed(layer, survey.get(), "settings");
    }
    if (recognised.isPresent()) {
      return assumed(layer, recognised.get(), "coordinates");
    }
    throw new FileFault("CRS_UNKNOWN", Map.of());
  }

  private Optional<String> read(String stated) {
    return CrsName.isCode(stated) ? Optional.of(stated) : texts.read(stated, contract.crs());
  }

  private String checked(String layer, String stated, Extent extent) throws FileFault {
    if (!admits(stated, extent)) {
      throw new FileFault(
          "CRS_CONFLICT",
          Map.of("crs", CrsName.of(stated), "x", extent.xRange(), "y", extent.yRange()));
    }
    Optional<String> agreed = contract.crs();
    if (DEGREES.contains(stated) && agreed.flatMap(MapOffset::of).isPresent()) {
      return agreed.get();
    }
    if (agreed.isPresent() && !agreed.get().equals(stated)) {
      findings.add(
          "CRS_NOT_AS_AGREED", layer, Map.of("crs", CrsName.of(stated), "agreed", agreed.get()));
    }
    return stated;
  }

  private String assumed(String layer, String crs, String reason) {
    findings.add("CRS_ASSUMED", layer, Map.of("crs", crs, "reason", reason));
    return crs;
  }

  /**
   * Whether numbers can be checked against a system, be it one that they do not reveal: an old
   * datum has the numbers of the new, and map services shift degrees.
   */
  private static boolean toldByNumbers(String crs) {
    return MapOffset.of(crs).isPresent() || ChineseCrs.lists(code(crs));
  }

  private static boolean admits(String crs, Extent extent) {
    if (!extent.known()) {
      return true;
    }
    return MapOffset.of(crs).isPresent()
        ? ChineseCrs.recognised(extent).equals(Optional.of(CHINA_DEGREES))
        : !CrsName.isCode(crs) || ChineseCrs.admits(code(crs), extent);
  }

  private static int code(String crs) {
    return Integer.parseInt(crs.replace("EPSG:", ""));
  }
}

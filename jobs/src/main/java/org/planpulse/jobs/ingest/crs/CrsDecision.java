package org.planpulse.jobs.ingest.crs;

import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/**
 * Decides the CRS of a layer: what the file states, else what was agreed, else what the coordinates
 * reveal. A statement the coordinates contradict is refused, for a wrong strip moves a layer by
 * hundreds of kilometres.
 */
public final class CrsDecision {

  private final Contract contract;
  private final WktCrs texts;
  private final String surveyCrs;
  private final Findings findings;

  /**
   * @param surveyCrs CRS the city's survey delivers in, {@code EPSG:n}
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
    Optional<Integer> recognised =
        extent.known() ? ChineseCrs.recognised(extent) : Optional.empty();
    if (recognised.isPresent()) {
      return assumed(layer, "EPSG:" + recognised.get(), "coordinates");
    }
    if (surveyCrs != null && extent.known() && admits(surveyCrs, extent)) {
      return assumed(layer, surveyCrs, "settings");
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

  private static boolean admits(String crs, Extent extent) {
    return !extent.known()
        || !CrsName.isCode(crs)
        || ChineseCrs.admits(Integer.parseInt(crs.replace("EPSG:", "")), extent);
  }
}

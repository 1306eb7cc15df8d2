package org.planpulse.jobs.ingest.crs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/**
 * Decides the CRS of a layer: what the file states, else what was agreed, else what the coordinates
 * reveal. A statement the coordinates contradict is refused, for a wrong strip moves a layer by
 * hundreds of kilometres.
 */
public final class CrsDecision {

  private static final Pattern EPSG = Pattern.compile("EPSG:\\d{1,7}");

  private final Contract contract;
  private final String surveyCrs;
  private final Findings findings;

  /**
   * @param surveyCrs CRS the city's survey delivers in, {@code EPSG:n}
   */
  public CrsDecision(Contract contract, String surveyCrs, Findings findings) {
    this.contract = contract;
    this.surveyCrs = surveyCrs;
    this.findings = findings;
  }

  /**
   * @param stated by the file, {@code EPSG:n}
   * @return {@code EPSG:n}
   * @throws FileFault when the statement is impossible or nothing tells the CRS
   */
  public String decide(String layer, Optional<String> stated, Extent extent) throws FileFault {
    if (stated.isPresent()) {
      return checked(layer, stated.get(), extent);
    }
    if (contract.crs().isPresent() && admits(contract.crs().get(), extent)) {
      return assumed(layer, contract.crs().get(), "contract");
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

  private String checked(String layer, String stated, Extent extent) throws FileFault {
    if (!EPSG.matcher(stated).matches()) {
      throw new FileFault("CRS_UNKNOWN", Map.of());
    }
    if (!admits(stated, extent)) {
      throw new FileFault(
          "CRS_CONFLICT", Map.of("crs", stated, "x", extent.xRange(), "y", extent.yRange()));
    }
    Optional<String> agreed = contract.crs();
    if (agreed.isPresent() && !agreed.get().equals(stated)) {
      findings.add("CRS_NOT_AS_AGREED", layer, Map.of("crs", stated, "agreed", agreed.get()));
    }
    return stated;
  }

  private String assumed(String layer, String crs, String reason) {
    findings.add("CRS_ASSUMED", layer, Map.of("crs", crs, "reason", reason));
    return crs;
  }

  private static boolean admits(String crs, Extent extent) {
    return !extent.known() || ChineseCrs.admits(Integer.parseInt(crs.replace("EPSG:", "")), extent);
  }
}

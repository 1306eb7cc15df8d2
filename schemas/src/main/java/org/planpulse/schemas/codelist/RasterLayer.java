package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * What is counted of a layer of rasters. One that is not listed counts as amounts in one bin.
 *
 * @param bins rising edges of the bins of the histogram, each bin up to its upper edge; none for
 *     classes, of which each is a bin
 * @param quantiles orders of the quantiles told, above 0 and up to 1; only of amounts
 * @param controlZones whether also counted inside control zones, not only in administrative units
 * @param terrain how the layer comes from a height model; absent for layers that are delivered
 */
public record RasterLayer(
    String id,
    LocalText name,
    Kind kind,
    @MayBeAbsent List<Double> bins,
    @MayBeAbsent List<BigDecimal> quantiles,
    @MayBeAbsent @JsonProperty("control_zones") Boolean controlZones,
    @MayBeAbsent Terrain terrain) {

  public RasterLayer {
    bins = bins == null ? List.of() : bins;
    quantiles = quantiles == null ? List.of() : quantiles;
    controlZones = Boolean.TRUE.equals(controlZones);
  }

  /** What the numbers in the cells are. */
  public enum Kind {
    /** Of a quantity, which can be added up. */
    @JsonProperty("amount")
    AMOUNT,
    /** Codes, which cannot. */
    @JsonProperty("class")
    CLASS,
    /** Degrees clockwise from north, 0 up to 360. */
    @JsonProperty("direction")
    DIRECTION
  }

  /**
   * @param of layer of heights in metres
   * @param decimals to which values are rounded, so that different ones are few
   * @param unit of the values
   */
  public record Terrain(String of, Measure measure, int decimals, String unit) {}

  /** What is derived from heights. */
  public enum Measure {
    /** Degrees from the horizontal. */
    @JsonProperty("slope")
    SLOPE,
    /** Degrees clockwise from north that the land falls to. */
    @JsonProperty("aspect")
    ASPECT
  }
}

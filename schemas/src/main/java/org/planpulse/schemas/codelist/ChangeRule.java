package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.planpulse.schemas.MayBeAbsent;

/**
 * Which changed pieces of land have a cause. A rule has the parameters that its {@link When} asks
 * for and no others.
 *
 * @param cause of {@link ChangeCauses#causes()}
 * @param active false for a rule that is switched off
 * @param pairs of classes; null or filled by {@link When#CLASS_PAIR}
 * @param attributes of which only these may differ
 * @param leastShare part of a piece, above 0 and up to 1, that must have gone and come back
 * @param belowM2 pieces of fewer m² may be slivers ...
 * @param thinnessBelow ... if their area by the square of their perimeter is less than this
 */
public record ChangeRule(
    When when,
    String cause,
    @MayBeAbsent Boolean active,
    @MayBeAbsent List<ClassPair> pairs,
    @MayBeAbsent List<Attribute> attributes,
    @MayBeAbsent @JsonProperty("least_share") BigDecimal leastShare,
    @MayBeAbsent @JsonProperty("below_m2") BigDecimal belowM2,
    @MayBeAbsent @JsonProperty("thinness_below") BigDecimal thinnessBelow) {

  public ChangeRule {
    active = active == null || active;
  }

  public enum When {
    /** A parcel of either year is named by a reviewed correction that was applied. */
    @JsonProperty("reviewed_correction")
    REVIEWED_CORRECTION,
    /** The unit differs. */
    @JsonProperty("unit")
    UNIT,
    /** The class list or its reading changed. */
    @JsonProperty("class_pair")
    CLASS_PAIR,
    /** The class stands, attributes differ. */
    @JsonProperty("attributes")
    ATTRIBUTES,
    /** The class differs for one survey only. */
    @JsonProperty("there_and_back")
    THERE_AND_BACK,
    /** The piece is what a redrawn outline leaves. */
    @JsonProperty("sliver")
    SLIVER
  }

  public enum Attribute {
    /** Town and village code. */
    @JsonProperty("czcsxm")
    CZCSXM,
    /** Class and share deducted. */
    @JsonProperty("deduction")
    DEDUCTION
  }

  /**
   * @param year of the first survey that has the new class
   */
  public record ClassPair(String from, String to, int year) {}
}

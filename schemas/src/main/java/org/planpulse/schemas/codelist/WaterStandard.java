package org.planpulse.schemas.codelist;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * A standard by which water is classed: limits of each item for the classes from the best on.
 *
 * @param classes how many there are; worse than the last is one more
 * @param good the last class that counts as good
 * @param needed items without which water has a class only when another makes it worse than good
 * @param items that are judged, by item code
 */
public record WaterStandard(
    String id, LocalText name, int classes, int good, List<String> needed, Map<String, Item> items)
    implements Serializable {

  /**
   * Either rising upper limits, falling lower limits, or one range for all classes.
   *
   * @param unit of the limits
   * @param most upper limit of each class
   * @param least lower limit of each class
   * @param range lowest and highest value of every class
   */
  public record Item(
      String unit,
      @MayBeAbsent List<BigDecimal> most,
      @MayBeAbsent List<BigDecimal> least,
      @MayBeAbsent List<BigDecimal> range)
      implements Serializable {}
}

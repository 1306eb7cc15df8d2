package org.planpulse.schemas.codelist;

import java.math.BigDecimal;

/** A rule that holds the land of one layer against that of another. */
public sealed interface LayerRule extends LineRule permits OverlapRule, DifferenceRule {

  RuleLayer one();

  RuleLayer other();

  /** Polygons smaller than so many m² are booked as slivers and are no violations. */
  BigDecimal smallestM2();
}

package org.planpulse.schemas.formula;

/**
 * What a part of a formula is: a quantity, a truth, or something that fits any unit, as zero and
 * NULL do.
 *
 * @param number its value when the formula writes it out; null otherwise
 */
record Term(Kind kind, UnitPowers powers, Double number) {

  private enum Kind {
    QUANTITY,
    TRUTH,
    ANY
  }

  static final Term ANY = new Term(Kind.ANY, UnitPowers.NUMBER, null);
  static final Term TRUTH = new Term(Kind.TRUTH, UnitPowers.NUMBER, null);

  static Term of(UnitPowers powers) {
    return new Term(Kind.QUANTITY, powers, null);
  }

  static Term number(double value) {
    return new Term(value == 0 ? Kind.ANY : Kind.QUANTITY, UnitPowers.NUMBER, value);
  }

  UnitPowers units() {
    if (kind == Kind.TRUTH) {
      throw new FormulaException("gives a truth where it needs a quantity");
    }
    return powers;
  }

  /** Both joined by {@code and} or {@code or}. */
  Term and(Term other) {
    if (kind != Kind.TRUTH || other.kind != Kind.TRUTH) {
      throw new FormulaException("needs a condition where it has a quantity");
    }
    return TRUTH;
  }

  /** Added to, compared with or alternative to another: both in the same unit. */
  Term same(Term other, String how) {
    units();
    other.units();
    if (kind == Kind.ANY || other.kind == Kind.ANY) {
      return of(kind == Kind.ANY ? other.powers : powers).orAny(this, other);
    }
    if (!powers.equals(other.powers)) {
      throw new FormulaException(
          "has " + powers + " and " + other.powers + " on the two sides of " + how);
    }
    return of(powers);
  }

  private Term orAny(Term a, Term b) {
    return a.kind == Kind.ANY && b.kind == Kind.ANY ? ANY : this;
  }

  Term times(Term other) {
    return of(units().times(other.units()));
  }

  Term per(Term other) {
    return of(units().per(other.units()));
  }

  Term negative() {
    units();
    return new Term(kind, powers, number == null ? null : -number);
  }

  Term absolute() {
    units();
    return new Term(kind, powers, number == null ? null : Math.abs(number));
  }

  Term root() {
    if (!units().isSquare()) {
      throw new FormulaException("takes the square root of " + powers);
    }
    return of(powers.root());
  }

  Term toThe(Term exponent) {
    if (exponent.number != null && exponent.number == Math.rint(exponent.number)) {
      return of(units().toThe(exponent.number.intValue()));
    }
    if (!units().equals(UnitPowers.NUMBER) || !exponent.units().equals(UnitPowers.NUMBER)) {
      throw new FormulaException("raises " + powers + " to a power that is no whole number");
    }
    return of(UnitPowers.NUMBER);
  }
}

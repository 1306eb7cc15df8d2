package org.planpulse.schemas.formula;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A product of powers of base units, such as yuan·m⁻²: what a unit measures, whatever its factor. A
 * base unit is any word; beds and persons are as different as metres and kilograms.
 *
 * @param exponents by base unit, none of them zero; empty for pure numbers
 */
public record UnitPowers(SortedMap<String, Integer> exponents) {

  public static final UnitPowers NUMBER = new UnitPowers(new TreeMap<>());

  private static final Pattern POWER = Pattern.compile("([^\\d]+)(\\d?)");

  /**
   * Of the base of a unit as the unit table writes it: {@code m2}, {@code m3/person}, {@code
   * degC·d}, {@code 1}.
   */
  public static UnitPowers of(String si) {
    UnitPowers product = NUMBER;
    String[] quotient = si.split("/");
    for (int i = 0; i < quotient.length; i++) {
      for (String factor : quotient[i].split("·")) {
        UnitPowers power = power(factor);
        product = i == 0 ? product.times(power) : product.per(power);
      }
    }
    return product;
  }

  private static UnitPowers power(String text) {
    if (text.equals("1")) {
      return NUMBER;
    }
    Matcher matcher = POWER.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no power of a base unit: " + text);
    }
    String digit = matcher.group(2);
    int exponent = digit.isEmpty() ? 1 : Integer.parseInt(digit);
    return new UnitPowers(new TreeMap<>(Map.of(matcher.group(1), exponent)));
  }

  UnitPowers times(UnitPowers other) {
    TreeMap<String, Integer> product = new TreeMap<>(exponents);
    other.exponents.forEach(
        (base, power) -> product.merge(base, power, (a, b) -> a + b == 0 ? null : a + b));
    return new UnitPowers(product);
  }

  UnitPowers per(UnitPowers other) {
    return times(other.toThe(-1));
  }

  UnitPowers toThe(int power) {
    TreeMap<String, Integer> powers = new TreeMap<>();
    if (power != 0) {
      exponents.forEach((base, exponent) -> powers.put(base, exponent * power));
    }
    return new UnitPowers(powers);
  }

  boolean isSquare() {
    return exponents.values().stream().allMatch(exponent -> exponent % 2 == 0);
  }

  /** Of a square. */
  UnitPowers root() {
    TreeMap<String, Integer> roots = new TreeMap<>();
    exponents.forEach((base, exponent) -> roots.put(base, exponent / 2));
    return new UnitPowers(roots);
  }

  /** As {@code m^2·yuan^-1}, or {@code 1}. */
  @Override
  public String toString() {
    return exponents.isEmpty()
        ? "1"
        : exponents.entrySet().stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + "^" + e.getValue())
            .collect(Collectors.joining("·"));
  }
}

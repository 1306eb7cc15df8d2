package org.planpulse.samples.format;

/**
 * A dBASE field.
 *
 * @param type C text or N number
 * @param length bytes
 * @param decimals of a number
 */
public record DbfField(String name, char type, int length, int decimals) {

  public static DbfField text(String name, int length) {
    return new DbfField(name, 'C', length, 0);
  }

  public static DbfField number(String name, int length, int decimals) {
    return new DbfField(name, 'N', length, decimals);
  }
}

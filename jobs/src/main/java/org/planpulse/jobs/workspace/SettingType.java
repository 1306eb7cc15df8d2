package org.planpulse.jobs.workspace;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.planpulse.schemas.LocalText;

/**
 * What a setting may be.
 *
 * @param accepts whether a scalar, as written, is such a value
 * @param allowed completes the sentence "allowed is ..."
 */
public record SettingType(Predicate<String> accepts, LocalText allowed) {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  static SettingType text(String pattern, String zh, String en) {
    return new SettingType(Pattern.compile(pattern).asMatchPredicate(), new LocalText(zh, en));
  }

  static SettingType choice(String... values) {
    List<String> all = List.of(values);
    return new SettingType(
        all::contains, new LocalText(String.join("、", all), String.join(", ", all)));
  }

  static SettingType bool() {
    return choice("true", "false");
  }

  static SettingType integer(int lowest, int highest) {
    return new SettingType(
        text -> isInteger(text, lowest, highest),
        new LocalText(
            lowest + " 至 " + highest + " 的整数", "a whole number from " + lowest + " to " + highest));
  }

  static SettingType number() {
    return new SettingType(
        NUMBER.asMatchPredicate(), new LocalText("数字，如 1200.5", "a number, e.g. 1200.5"));
  }

  private static boolean isInteger(String text, int lowest, int highest) {
    if (!text.matches("\\d{1,9}")) {
      return false;
    }
    int value = Integer.parseInt(text);
    return value >= lowest && value <= highest;
  }
}

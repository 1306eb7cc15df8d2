package org.planpulse.jobs.conform;

/**
 * Administrative codes as the survey writes them: city 6 digits, township 9, village 12. A shorter
 * code is that of a unit without another above it.
 */
final class RegionCode {

  private static final int CITY = 6;
  private static final int TOWNSHIP = 9;
  private static final int VILLAGE = 12;

  private RegionCode() {}

  /** The village-level code in front of the seven digits of a survey unit. */
  static String withoutSurveyDigits(String code) {
    return code.length() > VILLAGE ? code.substring(0, VILLAGE) : code;
  }

  static String level(String code) {
    return code.length() <= CITY ? "city" : code.length() <= TOWNSHIP ? "township" : "village";
  }

  /** The unit above; null above the city. */
  static String parent(String code) {
    return switch (level(code)) {
      case "city" -> null;
      case "township" -> code.substring(0, CITY);
      default -> code.substring(0, TOWNSHIP);
    };
  }
}

package org.planpulse.samples.department;

import java.util.Map;

/**
 * AQI of a day by the breakpoints of HJ 633-2012: the highest of the pollutants' indices, rounded
 * up.
 */
final class AirQualityIndex {

  private static final double[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

  /** 24-hour means in ug/m3, CO in mg/m3; ozone is the highest 8-hour mean. */
  private static final Map<String, double[]> BREAKPOINTS =
      Map.of(
          "so2", new double[] {0, 50, 150, 475, 800, 1600, 2100, 2620},
          "no2", new double[] {0, 40, 80, 180, 280, 565, 750, 940},
          "pm10", new double[] {0, 50, 150, 250, 350, 420, 500, 600},
          "pm25", new double[] {0, 35, 75, 115, 150, 250, 350, 500},
          "co", new double[] {0, 2, 4, 14, 24, 36, 48, 60},
          "o3", new double[] {0, 100, 160, 215, 265, 800});

  private AirQualityIndex() {}

  static int of(Map<String, Double> concentrations) {
    double worst = 0;
    for (Map.Entry<String, Double> entry : concentrations.entrySet()) {
      worst = Math.max(worst, index(BREAKPOINTS.get(entry.getKey()), entry.getValue()));
    }
    return (int) Math.ceil(worst - 1e-9);
  }

  static String level(int index) {
    if (index <= 50) {
      return "优";
    }
    if (index <= 100) {
      return "良";
    }
    if (index <= 150) {
      return "轻度污染";
    }
    if (index <= 200) {
      return "中度污染";
    }
    return index <= 300 ? "重度污染" : "严重污染";
  }

  private static double index(double[] breakpoints, double concentration) {
    for (int i = 1; i < breakpoints.length; i++) {
      if (concentration <= breakpoints[i]) {
        double share = (concentration - breakpoints[i - 1]) / (breakpoints[i] - breakpoints[i - 1]);
        return INDEX[i - 1] + share * (INDEX[i] - INDEX[i - 1]);
      }
    }
    return INDEX[INDEX.length - 1];
  }
}

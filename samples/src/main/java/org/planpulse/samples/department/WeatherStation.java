package org.planpulse.samples.department;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.planpulse.samples.land.LandHistory;

/**
 * Daily records of station 53068 in the units of the meteorological service: tenths, 32766 for
 * missing, 32700 for a trace of rain. Values are invented; the yearly rain is that of the water
 * bulletin.
 */
public final class WeatherStation {

  private static final String DEPARTMENT = "气象局";
  private static final int MISSING = 32766;
  private static final int TRACE = 32700;
  private static final double MISSING_SHARE = 0.004;

  private final Random random;

  private WeatherStation(Random random) {
    this.random = random;
  }

  public static void write(LandingZone zone, Random random) throws IOException {
    WeatherStation station = new WeatherStation(random);
    Figures water = Figures.read("water.csv");
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      double depth = Double.parseDouble(water.at("precipitation_depth", year));
      Files.writeString(
          zone.place(DEPARTMENT, "53068_日值_" + year + ".csv", LocalDate.of(year + 1, 1, 15)),
          station.year(year, depth),
          LandSurvey.GBK);
    }
  }

  private String year(int year, double depth) {
    StringBuilder text = new StringBuilder("区站号,日期,平均气温,降水量,平均风速,日照时数,相对湿度\r\n");
    LocalDate first = LocalDate.of(year, 1, 1);
    double[] rain = rain(first.lengthOfYear(), depth);
    double anomaly = 0;
    for (int day = 0; day < rain.length; day++) {
      double season = Math.cos(2 * Math.PI * (day - 17) / 365.25);
      anomaly = 0.75 * anomaly + 2.6 * random.nextGaussian();
      double wet = rain[day] > 0 ? 1 : 0;
      double temperature = 4.0 - 21.0 * season + anomaly;
      double spring = Math.exp(-Math.pow((day - 115) / 45.0, 2));
      double wind = Math.max(0.6, 3.4 + 1.6 * spring + 1.1 * random.nextGaussian());
      double sunshine =
          Math.max(0, Math.min(14, 9.1 - 2.6 * season - 5 * wet + 1.5 * random.nextGaussian()));
      double humidity = 46 + 12 * season + 22 * wet + 7 * random.nextGaussian();
      text.append("53068,")
          .append(first.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE))
          .append(',')
          .append(tenths(temperature))
          .append(',')
          .append(rainfall(rain[day]))
          .append(',')
          .append(tenths(wind))
          .append(',')
          .append(tenths(sunshine))
          .append(',')
          .append(String.format(Locale.ROOT, "%.0f", Math.max(8, Math.min(99, humidity))))
          .append("\r\n");
    }
    return text.toString();
  }

  /** Millimetres a day, adding up to the yearly depth; most in July and August. */
  private double[] rain(int days, double depth) {
    double[] rain = new double[days];
    double sum = 0;
    for (int day = 0; day < days; day++) {
      double summer = Math.exp(-Math.pow((day - 207) / 48.0, 2));
      if (random.nextDouble() < 0.05 + 0.27 * summer) {
        rain[day] = -Math.log(1 - random.nextDouble()) * (0.4 + 4.5 * summer);
        sum += rain[day];
      }
    }
    for (int day = 0; day < days; day++) {
      rain[day] *= depth / sum;
    }
    return rain;
  }

  private int rainfall(double millimetres) {
    if (millimetres > 0 && millimetres < 0.05) {
      return TRACE;
    }
    return (int) Math.rint(10 * millimetres);
  }

  private int tenths(double value) {
    return random.nextDouble() < MISSING_SHARE ? MISSING : (int) Math.rint(10 * value);
  }
}

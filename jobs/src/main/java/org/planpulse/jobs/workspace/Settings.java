package org.planpulse.jobs.workspace;

import java.math.BigDecimal;
import java.util.Map;
import org.planpulse.jobs.geometry.OldDatum;
import org.planpulse.jobs.geometry.SevenParameters;
import org.planpulse.schemas.Language;

/**
 * The content of {@code planpulse.yaml}.
 *
 * @param city six-digit code of the city; must be the plan's
 * @param plan id of the plan under {@code schemas/plans/}
 * @param crs CRS the survey delivers in, {@code EPSG:n}, {@code GCJ-02} or {@code BD-09}; used for
 *     layers that carry none
 * @param language of reports and messages
 * @param sampleData whether the data are invented; every page says so
 * @param areas whether parcels are adjusted to control areas
 * @param datumShifts parameters by old datum, as the surveying authority gave them
 * @param planParameters values for parameters the plan leaves open, e.g. {@code water_cap_2035}
 */
public record Settings(
    String city,
    String plan,
    String crs,
    Language language,
    boolean sampleData,
    Spark spark,
    Mail mail,
    Areas areas,
    Map<OldDatum, SevenParameters> datumShifts,
    Map<String, Double> planParameters) {

  /**
   * @param master Spark master, {@code local[*]} by default
   * @param shufflePartitions partitions after a shuffle
   */
  public record Spark(String master, int shufflePartitions) {}

  /**
   * @param tolerancePpm largest difference that is adjusted, in millionths of the control area
   */
  public record Areas(Adjust adjust, BigDecimal tolerancePpm) {

    /** Areas stay as they were measured. */
    public static final Areas AS_MEASURED = new Areas(Adjust.NONE, BigDecimal.ONE);

    public enum Adjust {
      NONE,
      CONTROL
    }
  }

  /**
   * Where reports are sent from; the network is touched only when {@code host} is set.
   *
   * @param security how the connection is encrypted; it always is
   * @param user to sign in as; empty signs in as nobody
   * @param passwordFile path from the workspace; empty when the environment gives the password
   */
  public record Mail(
      String host, int port, String from, Security security, String user, String passwordFile) {

    /** A server that asks for no password. */
    public Mail(String host, int port, String from) {
      this(host, port, from, Security.STARTTLS, "", "");
    }

    public enum Security {
      /** Encrypted after a greeting in the clear; refused when the server does not offer it. */
      STARTTLS,
      /** Encrypted from the first byte. */
      TLS
    }
  }
}

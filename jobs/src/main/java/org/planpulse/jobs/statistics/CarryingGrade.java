package org.planpulse.jobs.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Grade of the carrying capacity of resources and environment in one year, by the technical method
 * for its monitoring and warning of 2016 (资源环境承载能力监测预警技术方法).
 *
 * @param state of the factors together
 * @param depletion whether depletion grows; empty while no year has shown a majority
 * @param level red and orange for overload, yellow and blue for the verge of it, the worse one of
 *     each where depletion grows; the milder one where that is not known
 */
public record CarryingGrade(State state, Optional<Depletion> depletion, WarningLevel level) {

  /** Limits are decimal fractions; results of binary arithmetic may miss them by so much. */
  private static final double ROUNDING = 1e-9;

  /** From best to worst. */
  public enum State {
    /** 不超载. */
    WITHIN,
    /** 临界超载. */
    CRITICAL,
    /** 超载. */
    OVERLOADED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * State of one factor.
     *
     * @param most load that just keeps the limit, with the limit's precision
     * @param critical ratio of load to limit at which the verge of overload begins
     */
    public static State of(double load, double limit, double most, double critical) {
      if (load > most * (1 + ROUNDING)) {
        return OVERLOADED;
      }
      return load / limit >= critical - ROUNDING ? CRITICAL : WITHIN;
    }
  }

  /** Type of depletion. */
  public enum Depletion {
    /** 加剧型. */
    WORSENING,
    /** 趋缓型. */
    EASING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param factors states of those that are known
   * @param missing how many are not known
   * @param overloading so many on the verge make an overload
   * @return empty where a factor that is not known could change the state
   */
  public static Optional<CarryingGrade> of(
      List<State> factors, int missing, int overloading, Optional<Depletion> depletion) {
    return state(factors, missing, overloading)
        .map(state -> new CarryingGrade(state, depletion, level(state, depletion)));
  }

  /** One factor overloaded, or some on the verge, make an overload whatever the others are. */
  private static Optional<State> state(List<State> factors, int missing, int overloading) {
    long critical = factors.stream().filter(state -> state == State.CRITICAL).count();
    if (factors.contains(State.OVERLOADED) || critical >= overloading) {
      return Optional.of(State.OVERLOADED);
    }
    if (missing > 0 || factors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(critical > 0 ? State.CRITICAL : State.WITHIN);
  }

  /**
   * Type by the majority of the trends: two of the three that the method has.
   *
   * @param trends how many there are, those without a direction included
   * @param before type of last year, which stays where there is no majority
   */
  public static Optional<Depletion> depletion(
      int worse, int better, int trends, Optional<Depletion> before) {
    if (worse * 2 > trends) {
      return Optional.of(Depletion.WORSENING);
    }
    return better * 2 > trends ? Optional.of(Depletion.EASING) : before;
  }

  private static WarningLevel level(State state, Optional<Depletion> depletion) {
    boolean worsening = depletion.filter(type -> type == Depletion.WORSENING).isPresent();
    return switch (state) {
      case WITHIN -> WarningLevel.GREEN;
      case CRITICAL -> worsening ? WarningLevel.YELLOW : WarningLevel.BLUE;
      case OVERLOADED -> worsening ? WarningLevel.RED : WarningLevel.ORANGE;
    };
  }
}

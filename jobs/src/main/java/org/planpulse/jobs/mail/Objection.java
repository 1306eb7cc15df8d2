package org.planpulse.jobs.mail;

/** Why a mail that was kept must not be sent now. */
public record Objection(Delivery.Result result, String reason) {

  /**
   * @throws IllegalArgumentException for a result of a mail that was tried
   */
  public Objection {
    if (result != Delivery.Result.HELD && result != Delivery.Result.ORPHANED) {
      throw new IllegalArgumentException("a mail that was not tried cannot be " + result);
    }
  }

  /** The issue is not in force any more. */
  public static Objection held(String reason) {
    return new Objection(Delivery.Result.HELD, reason);
  }

  /** The archive has no such issue. */
  public static Objection orphaned(String reason) {
    return new Objection(Delivery.Result.ORPHANED, reason);
  }
}

package org.planpulse.jobs.mail;

/**
 * What became of a mail.
 *
 * @param recipient address
 * @param reason why it was not sent; empty otherwise
 */
public record Delivery(String issue, String recipient, Result result, String reason) {

  /** What became of it. */
  public enum Result {
    SENT,
    /** Sent before; not sent again. */
    SENT_BEFORE,
    /** Kept in the outbox for the next try. */
    KEPT,
    /** Not tried and left in the outbox until the operator says what shall become of it. */
    HELD,
    /** Not tried and left in the outbox: the archive does not have the issue any more. */
    ORPHANED,
    /** Handed over, but whether it was taken is not known; not sent again. */
    UNKNOWN
  }

  /** Whether nothing went wrong: a mail that is held back was not to be sent. */
  public boolean settled() {
    return result == Result.SENT || result == Result.SENT_BEFORE || result == Result.HELD;
  }
}

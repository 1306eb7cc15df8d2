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
    /** Kept in the outbox. */
    KEPT,
    /** Handed over, but whether it was taken is not known; not sent again. */
    UNKNOWN
  }

  /** Whether nothing is left to do. */
  public boolean settled() {
    return result == Result.SENT || result == Result.SENT_BEFORE;
  }
}

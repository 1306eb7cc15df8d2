package org.planpulse.jobs.mail;

import jakarta.mail.MessagingException;

/**
 * One try to send a mail.
 *
 * @param reason why it was not sent, in one line; empty otherwise
 * @param worthRepeating whether the next try may go better
 */
record Attempt(Delivery.Result result, String reason, boolean worthRepeating) {

  static Attempt taken() {
    return new Attempt(Delivery.Result.SENT, "", false);
  }

  static Attempt notTaken(MessagingException failure) {
    return new Attempt(Delivery.Result.KEPT, line(failure), !Refusal.isFinal(failure));
  }

  static Attempt inDoubt(MessagingException failure) {
    return new Attempt(Delivery.Result.UNKNOWN, line(failure), false);
  }

  /** What the mail library says, and what lies at the bottom of it. */
  private static String line(MessagingException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String what = firstLine(failure);
    String why = firstLine(root);
    return what.contains(why) ? what : what + ": " + why;
  }

  private static String firstLine(Throwable failure) {
    String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return text.lines().findFirst().orElse("").strip();
  }
}

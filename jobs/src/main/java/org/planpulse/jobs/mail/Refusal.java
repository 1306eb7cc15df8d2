package org.planpulse.jobs.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads from a failure what the server has answered, RFC 5321, section 4.2.1. */
final class Refusal {

  /** From 500 on a reply is final; 400 to 499 invite to try again. */
  private static final int FINAL = 500;

  private static final int TRANSIENT = 400;

  private Refusal() {}

  /**
   * Whether the server has answered that it does not take the mail. Without an answer, as after a
   * lost connection, nobody knows.
   */
  static boolean isCertain(MessagingException failure) {
    return code(failure).orElse(0) >= TRANSIENT;
  }

  /** Whether another try would meet the same answer. */
  static boolean isFinal(MessagingException failure) {
    return failure instanceof AuthenticationFailedException || code(failure).orElse(0) >= FINAL;
  }

  private static OptionalInt code(MessagingException failure) {
    for (Exception each = failure;
        each instanceof MessagingException link;
        each = link.getNextException()) {
      if (each instanceof SMTPAddressFailedException address) {
        return OptionalInt.of(address.getReturnCode());
      }
      if (each instanceof SMTPSenderFailedException sender) {
        return OptionalInt.of(sender.getReturnCode());
      }
      if (each instanceof SMTPSendFailedException send) {
        return OptionalInt.of(send.getReturnCode());
      }
    }
    return OptionalInt.empty();
  }
}

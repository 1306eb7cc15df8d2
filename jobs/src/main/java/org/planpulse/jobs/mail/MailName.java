package org.planpulse.jobs.mail;

import org.planpulse.jobs.run.Digest;

/**
 * A name for the mail of an issue to a recipient that is fit for files and does not tell who it is.
 */
final class MailName {

  private MailName() {}

  static String of(String issue, Recipient recipient) {
    return issue + "-" + new Digest().add(recipient.key()).hex16();
  }
}

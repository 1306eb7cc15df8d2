package org.planpulse.jobs.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;

/**
 * A mail about an issue, to one recipient. Its id follows from both, so that a mail server or
 * reader that gets it twice knows it for the same.
 */
final class ReportMessage extends MimeMessage {

  private static final String ISSUE = "X-PlanPulse-Issue";

  /** A new one, still without content. */
  ReportMessage(Session session, String issue, Recipient recipient) throws MessagingException {
    super(session);
    setRecipient(Message.RecipientType.TO, recipient.address());
    setHeader(ISSUE, issue);
  }

  /** One that was kept. */
  ReportMessage(Session session, InputStream kept) throws MessagingException {
    super(session, kept);
  }

  /** Whether it names an issue and one recipient, as every mail that was kept does. */
  boolean isOurs() throws MessagingException {
    Address[] to = getRecipients(Message.RecipientType.TO);
    return issue() != null && to != null && to.length == 1;
  }

  String issue() throws MessagingException {
    return getHeader(ISSUE, null);
  }

  Recipient recipient() throws MessagingException {
    return new Recipient((InternetAddress) getRecipients(Message.RecipientType.TO)[0]);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + MailName.of(issue(), recipient()) + "@planpulse.invalid>");
  }
}

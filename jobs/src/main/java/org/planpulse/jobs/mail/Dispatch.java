package org.planpulse.jobs.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails, each at most once. The journal says that a mail is being sent before it is handed to
 * the server, and that it was sent after the server has taken it; whoever finds only the former
 * does not know, asks the operator, and does not send.
 */
public final class Dispatch implements AutoCloseable {

  /** Pauses between tries; so many tries and one. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(15));

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final MailServer server;
  private final Outbox outbox;
  private final SendJournal journal;
  private final Clock clock;
  private final Pause pause;

  private Dispatch(MailServer server, Path folder, Clock clock, Pause pause) {
    this.server = server;
    this.outbox = new Outbox(folder);
    this.journal = SendJournal.open(folder, clock);
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * @param folder {@code outbox/} of the workspace
   */
  public static Dispatch open(MailServer server, Path folder, Clock clock, Pause pause) {
    return new Dispatch(server, folder, clock, pause);
  }

  /** Sends an issue to a recipient. */
  public Delivery send(ReportLetter letter, Recipient recipient) {
    try {
      return deliver(letter.to(recipient, server, clock.instant()));
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot compose the mail: " + e.getMessage(), e);
    }
  }

  /**
   * Tries the mails again that were kept.
   *
   * @param objections gives why a mail of an issue must not be sent now; it stays in the outbox
   */
  public List<Delivery> sendKept(Function<String, Optional<Objection>> objections) {
    List<Delivery> deliveries = new ArrayList<>();
    try {
      for (ReportMessage message : outbox.messages(server.session())) {
        Optional<Objection> objection =
            isHandedOver(message) ? Optional.empty() : objections.apply(message.issue());
        deliveries.add(
            objection.isPresent() ? notTried(message, objection.get()) : deliver(message));
      }
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot read a kept mail: " + e.getMessage(), e);
    }
    return deliveries;
  }

  /** Lets a mail be sent of which it is not known whether it was; the operator has found out. */
  public void release(String issue, Recipient recipient) {
    if (journal.state(issue, recipient.key()).equals(Optional.of(SendState.SENDING))) {
      journal.note(issue, recipient.key(), SendState.RELEASED);
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  /** Sent, or in doubt: it is told as such, whatever became of the issue since. */
  private boolean isHandedOver(ReportMessage message) throws MessagingException {
    return journal
        .state(message.issue(), message.recipient().key())
        .filter(state -> state == SendState.SENT || state == SendState.SENDING)
        .isPresent();
  }

  private boolean isSent(ReportMessage message) throws MessagingException {
    return journal
        .state(message.issue(), message.recipient().key())
        .equals(Optional.of(SendState.SENT));
  }

  private static Delivery notTried(ReportMessage message, Objection objection)
      throws MessagingException {
    return new Delivery(
        message.issue(), message.recipient().key(), objection.result(), objection.reason());
  }

  private Delivery deliver(ReportMessage message) throws MessagingException {
    String issue = message.issue();
    String recipient = message.recipient().key();
    Optional<SendState> earlier = journal.state(issue, recipient);
    if (isSent(message)) {
      outbox.drop(message);
      return new Delivery(issue, recipient, Delivery.Result.SENT_BEFORE, "");
    }
    if (earlier.equals(Optional.of(SendState.SENDING))) {
      return new Delivery(issue, recipient, Delivery.Result.UNKNOWN, "");
    }
    Attempt last = tryAll(message, issue, recipient);
    if (last.result() == Delivery.Result.KEPT) {
      outbox.keep(message);
    } else if (last.result() == Delivery.Result.SENT) {
      outbox.drop(message);
    }
    return new Delivery(issue, recipient, last.result(), last.reason());
  }

  private Attempt tryAll(ReportMessage message, String issue, String recipient)
      throws MessagingException {
    Attempt last = tryOnce(message, issue, recipient);
    for (Duration time : PAUSES) {
      if (!last.worthRepeating() || !waited(time)) {
        return last;
      }
      last = tryOnce(message, issue, recipient);
    }
    return last;
  }

  private Attempt tryOnce(ReportMessage message, String issue, String recipient)
      throws MessagingException {
    Address[] to = {message.recipient().address()};
    Transport transport;
    try {
      transport = server.connect();
    } catch (MessagingException e) {
      return Attempt.notTaken(e);
    }
    try {
      journal.note(issue, recipient, SendState.SENDING);
      transport.sendMessage(message, to);
      journal.note(issue, recipient, SendState.SENT);
      return Attempt.taken();
    } catch (MessagingException e) {
      if (!Refusal.isCertain(e)) {
        return Attempt.inDoubt(e);
      }
      journal.note(issue, recipient, SendState.FAILED);
      return Attempt.notTaken(e);
    } finally {
      hangUp(transport);
    }
  }

  /** What the server said before counts, whether or not it still hears the goodbye. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the mail server did not answer the goodbye", e);
    }
  }

  /** False when the wait was interrupted: the mail is kept, as after the last try. */
  private boolean waited(Duration time) {
    try {
      pause.await(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

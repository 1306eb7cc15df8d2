package org.planpulse.jobs.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;

/** Mails that could not be sent, a {@code .eml} file each, for the next try or another program. */
record Outbox(Path folder) {

  private static final String SUFFIX = ".eml";

  void keep(ReportMessage message) throws MessagingException {
    Path file = file(message);
    Path part = folder.resolve(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      try (OutputStream bytes = Files.newOutputStream(part)) {
        message.writeTo(bytes);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  void drop(ReportMessage message) throws MessagingException {
    try {
      Files.deleteIfExists(file(message));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(message), e);
    }
  }

  /**
   * All kept mails, by name.
   *
   * @throws OperatorError when a file is no mail of ours
   */
  List<ReportMessage> messages(Session session) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(file -> read(session, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private Path file(ReportMessage message) throws MessagingException {
    return folder.resolve(MailName.of(message.issue(), message.recipient()) + SUFFIX);
  }

  private static ReportMessage read(Session session, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      ReportMessage message = new ReportMessage(session, bytes);
      if (!message.isOurs()) {
        throw foreign(file, null);
      }
      return message;
    } catch (MessagingException e) {
      throw foreign(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the kept mail " + file, e);
    }
  }

  private static OperatorError foreign(Path file, Exception cause) {
    return new OperatorError(
        file + " 不是 PlanPulse 留存的邮件，未发送。请将其移出后再试。",
        file + " is no mail that PlanPulse kept, so nothing was sent. Move it away and try again.",
        cause);
  }
}

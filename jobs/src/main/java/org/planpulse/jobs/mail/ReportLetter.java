package org.planpulse.jobs.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.stream.Collectors;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.schemas.Sentences;

/**
 * The letter that goes with an issue, all its reports attached.
 *
 * @param folder of the issue
 * @param day on which it was issued
 * @param city name of the city
 * @param sampleData whether the data are invented; the letter then says so
 */
public record ReportLetter(
    Manifest issue,
    Path folder,
    LocalDate day,
    String city,
    boolean sampleData,
    Sentences sentences) {

  ReportMessage to(Recipient recipient, MailServer server, Instant now) throws MessagingException {
    ReportMessage message = new ReportMessage(server.session(), issue.number(), recipient);
    message.setFrom(new InternetAddress(server.from()));
    message.setSentDate(Date.from(now));
    message.setSubject(
        sentences.say("mail.subject", "city", city, "year", issue.year(), "number", issue.number()),
        StandardCharsets.UTF_8.name());
    MimeMultipart parts = new MimeMultipart(text(recipient));
    for (Manifest.IssuedFile file : issue.files()) {
      parts.addBodyPart(attachment(file));
    }
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private MimeBodyPart text(Recipient recipient) throws MessagingException {
    String body =
        sentences.say(
            "mail.body",
            "name",
            recipient.name(),
            "city",
            city,
            "year",
            issue.year(),
            "number",
            issue.number(),
            "day",
            day,
            "known",
            issue.grounds().knowledgeDay(),
            "files",
            files());
    MimeBodyPart text = new MimeBodyPart();
    text.setText(
        sampleData ? body + "\n\n" + sentences.say("sample.note") + "\n" : body + "\n",
        StandardCharsets.UTF_8.name());
    return text;
  }

  private String files() {
    return issue.files().stream()
        .map(file -> file.name() + "  " + file.sha256())
        .collect(Collectors.joining("\n"));
  }

  private MimeBodyPart attachment(Manifest.IssuedFile file) throws MessagingException {
    MimeBodyPart attachment = new MimeBodyPart();
    try {
      attachment.attachFile(folder.resolve(file.name()).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot attach " + file.name(), e);
    }
    return attachment;
  }
}

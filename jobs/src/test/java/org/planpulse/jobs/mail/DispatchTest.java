package org.planpulse.jobs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.issued.IssuedFixture;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Settings.Mail.Security;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;

/** Mails to a real server, encrypted with a certificate that only these tests trust. */
class DispatchTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Duration> pauses = new ArrayList<>();
  private int port;
  private GreenMail greenMail;
  private ReportLetter letter;
  private Recipient mayor;

  @BeforeEach
  void issueAReport() throws Exception {
    port = freePort();
    greenMail = MailFixture.server("smtps", port);
    IssuedFixture city = new IssuedFixture(folder);
    Manifest issue = city.issueNew("annual-2025.pdf", "the report");
    Schemas schemas = Schemas.load(SchemaFiles.packaged());
    letter =
        new ReportLetter(
            issue,
            city.archive().folder(issue),
            LocalDate.of(2026, 11, 22),
            "二连浩特市",
            true,
            new Sentences(schemas.sentences(), Language.ZH));
    mayor = new Recipient(new InternetAddress("Mayor@example.org", "王市长", "UTF-8"));
  }

  @AfterEach
  void stopServer() {
    greenMail.stop();
  }

  @Test
  void aMailCarriesTheIssuedBytesAndTheirDigest() throws Exception {
    greenMail.start();

    assertThat(send().result()).isEqualTo(Delivery.Result.SENT);

    MimeMessage received = onlyMail();
    assertThat(received.getSubject()).contains("二连浩特市2025年度", "2025-001");
    assertThat(received.getAllRecipients()).containsExactly(mayor.address());
    assertThat(received.getSentDate()).isEqualTo("2026-11-22T03:00:00Z");
    Multipart parts = (Multipart) received.getContent();
    assertThat((String) parts.getBodyPart(0).getContent())
        .startsWith("王市长：")
        .contains(letter.issue().files().get(0).sha256(), "样例");
    BodyPart attachment = parts.getBodyPart(1);
    assertThat(attachment.getFileName()).isEqualTo("annual-2025.pdf");
    assertThat(attachment.getInputStream().readAllBytes())
        .isEqualTo(Files.readAllBytes(letter.folder().resolve("annual-2025.pdf")));
  }

  @Test
  void nobodyGetsAnIssueTwice() throws Exception {
    greenMail.start();
    Recipient sameInOtherCase = new Recipient(new InternetAddress("mayor@EXAMPLE.org"));

    assertThat(send().result()).isEqualTo(Delivery.Result.SENT);
    assertThat(send().result()).isEqualTo(Delivery.Result.SENT_BEFORE);
    try (Dispatch dispatch = dispatch()) {
      assertThat(dispatch.send(letter, sameInOtherCase).result())
          .isEqualTo(Delivery.Result.SENT_BEFORE);
    }

    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void withTheServerDownTheMailIsKeptAndSentLaterOnce() throws Exception {
    assertThat(send().result()).isEqualTo(Delivery.Result.KEPT);
    assertThat(pauses).hasSize(2);
    assertThat(kept()).hasSize(1);

    greenMail.start();
    assertThat(sendKept()).extracting(Delivery::result).containsExactly(Delivery.Result.SENT);

    assertThat(kept()).isEmpty();
    assertThat(sendKept()).isEmpty();
    assertThat(send().result()).isEqualTo(Delivery.Result.SENT_BEFORE);
    assertThat(onlyMail().getSubject()).contains("2025-001");
  }

  @Test
  void aKeptMailThatWasSentOtherwiseIsNotSentAgain() throws Exception {
    send();
    Path mail = kept().get(0);
    byte[] bytes = Files.readAllBytes(mail);
    greenMail.start();
    assertThat(send().result()).isEqualTo(Delivery.Result.SENT);
    Files.write(mail, bytes);

    assertThat(sendKept())
        .extracting(Delivery::result)
        .containsExactly(Delivery.Result.SENT_BEFORE);

    assertThat(kept()).isEmpty();
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aKeptMailThatIsObjectedToStaysInTheOutbox() throws Exception {
    send();
    greenMail.start();

    try (Dispatch dispatch = dispatch()) {
      assertThat(dispatch.sendKept(issue -> Optional.of(Objection.held(issue + " is replaced"))))
          .containsExactly(
              new Delivery(
                  "2025-001", "mayor@example.org", Delivery.Result.HELD, "2025-001 is replaced"));
    }

    assertThat(greenMail.getReceivedMessages()).isEmpty();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aServerThatComesUpBetweenTwoTriesGetsTheMail() throws Exception {
    try (Dispatch dispatch = dispatch(MailFixture.trust(), "", time -> greenMail.start())) {
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.SENT);
    }
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aServerWhoseCertificateIsNotTrustedGetsNothing() throws Exception {
    SSLSocketFactory everybodys = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (VanishingServer server = new VanishingServer(port);
        Dispatch dispatch = dispatch(everybodys, "", pauses::add)) {
      Delivery delivery = dispatch.send(letter, mayor);
      assertThat(delivery.result()).isEqualTo(Delivery.Result.KEPT);
      assertThat(delivery.reason()).contains("unable to find valid certification path");
      assertThat(server.mailsTaken()).isZero();
    }
  }

  @Test
  void aServerThatOffersNoEncryptionGetsNothing() {
    greenMail = MailFixture.server("smtp", port);
    greenMail.start();
    MailServer plain =
        new MailServer(MailFixture.settings(port, Security.STARTTLS, ""), "", MailFixture.trust());

    try (Dispatch dispatch = Dispatch.open(plain, outbox(), CLOCK, pauses::add)) {
      Delivery delivery = dispatch.send(letter, mayor);
      assertThat(delivery.result()).isEqualTo(Delivery.Result.KEPT);
      assertThat(delivery.reason()).contains("STARTTLS");
    }

    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void aConnectionIsEncryptedAfterTheGreetingWhereTheServerOffersIt() throws Exception {
    int front = freePort();
    greenMail = MailFixture.server("smtp", port);
    greenMail.start();
    MailServer server =
        new MailServer(MailFixture.settings(front, Security.STARTTLS, ""), "", MailFixture.trust());

    try (StartTlsFront encrypting = new StartTlsFront(front, port);
        Dispatch dispatch = Dispatch.open(server, outbox(), CLOCK, pauses::add)) {
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.SENT);
      assertThat(encrypting).isNotNull();
    }

    assertThat(onlyMail().getSubject()).contains("2025-001");
  }

  @Test
  void aWrongPasswordIsNotTriedAgain() throws Exception {
    greenMail.setUser("planner@example.org", "planner", "right");
    greenMail.start();

    try (Dispatch dispatch = dispatch(MailFixture.trust(), "wrong", pauses::add)) {
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.KEPT);
    }
    assertThat(pauses).isEmpty();
    assertThat(allText(outbox())).doesNotContain("wrong");

    try (Dispatch dispatch = dispatch(MailFixture.trust(), "right", pauses::add)) {
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.SENT);
    }
  }

  @Test
  void aConnectionLostAfterTheMailWasHandedOverIsToldAndNotTriedAgain() throws Exception {
    try (VanishingServer server = new VanishingServer(port)) {
      assertThat(send().result()).isEqualTo(Delivery.Result.UNKNOWN);
      assertThat(server.mailsTaken()).isEqualTo(1);
    }
    assertThat(pauses).isEmpty();

    greenMail.start();
    assertThat(send().result()).isEqualTo(Delivery.Result.UNKNOWN);
    assertThat(greenMail.getReceivedMessages()).isEmpty();

    try (Dispatch dispatch = dispatch()) {
      dispatch.release(letter.issue().number(), mayor);
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.SENT);
      dispatch.release(letter.issue().number(), mayor);
      assertThat(dispatch.send(letter, mayor).result()).isEqualTo(Delivery.Result.SENT_BEFORE);
    }
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aLineThatACrashCutOffLeavesTheLineBeforeInForce() throws Exception {
    greenMail.start();
    Files.createDirectories(outbox());
    Files.writeString(
        outbox().resolve("journal.tsv"),
        "2026-11-22T03:00:00Z\t2025-001\tmayor@example.org\tSENDING\n2026-11-22T03:00:01Z\t2025");

    assertThat(send().result()).isEqualTo(Delivery.Result.UNKNOWN);
    assertThat(greenMail.getReceivedMessages()).isEmpty();
  }

  @Test
  void onlyOneProcessSendsAtATime() {
    try (Dispatch first = dispatch()) {
      assertThatThrownBy(this::dispatch)
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining("Another process is sending");
      assertThat(first).isNotNull();
    }
    dispatch().close();
  }

  @Test
  void withoutAMailServerInTheSettingsNothingIsTried() {
    assertThatThrownBy(
            () -> new MailServer(new Settings.Mail("", 587, ""), "", MailFixture.trust()))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("No mail server is set");
  }

  private Delivery send() {
    try (Dispatch dispatch = dispatch()) {
      return dispatch.send(letter, mayor);
    }
  }

  private List<Delivery> sendKept() {
    try (Dispatch dispatch = dispatch()) {
      return dispatch.sendKept(issue -> Optional.empty());
    }
  }

  private Dispatch dispatch() {
    return dispatch(MailFixture.trust(), "", pauses::add);
  }

  private Dispatch dispatch(SSLSocketFactory trust, String password, Pause pause) {
    String user = password.isEmpty() ? "" : "planner";
    return Dispatch.open(
        new MailServer(MailFixture.settings(port, Security.TLS, user), password, trust),
        outbox(),
        CLOCK,
        pause);
  }

  private Path outbox() {
    return folder.resolve("outbox");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(outbox())) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  private MimeMessage onlyMail() throws MessagingException {
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
    return greenMail.getReceivedMessages()[0];
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static String allText(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}

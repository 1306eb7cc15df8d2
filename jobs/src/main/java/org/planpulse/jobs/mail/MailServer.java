package org.planpulse.jobs.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Settings;

/**
 * The mail server of a workspace. Connections are encrypted and the server's certificate is checked
 * against its name; where the server does not offer that, nothing is sent.
 */
public final class MailServer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Settings.Mail settings;
  private final String password;
  private final Session session;

  /**
   * @param trust makes encrypted connections; knows whose certificates are trusted
   * @throws OperatorError when the workspace names no mail server
   */
  public MailServer(Settings.Mail settings, String password, SSLSocketFactory trust) {
    if (settings.host().isEmpty() || settings.from().isEmpty()) {
      throw new OperatorError(
          "未设发信服务器，未联网。请在 planpulse.yaml 的 mail 中填写 host 与 from。",
          "No mail server is set, so the network was not touched. Give host and from under mail in"
              + " planpulse.yaml.");
    }
    this.settings = settings;
    this.password = password;
    this.session = Session.getInstance(properties(settings, trust));
  }

  /** For making messages. */
  Session session() {
    return session;
  }

  /** Who sends. */
  String from() {
    return settings.from();
  }

  /** An open connection, signed in where a user is set. */
  Transport connect() throws MessagingException {
    Transport transport = session.getTransport();
    boolean signsIn = !settings.user().isEmpty();
    transport.connect(
        settings.host(),
        settings.port(),
        signsIn ? settings.user() : null,
        signsIn ? password : null);
    return transport;
  }

  private static Properties properties(Settings.Mail settings, SSLSocketFactory trust) {
    boolean fromTheStart = settings.security() == Settings.Mail.Security.TLS;
    String protocol = fromTheStart ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String patience = String.valueOf(PATIENCE.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "auth", String.valueOf(!settings.user().isEmpty()));
    properties.setProperty(prefix + "starttls.enable", String.valueOf(!fromTheStart));
    properties.setProperty(prefix + "starttls.required", String.valueOf(!fromTheStart));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
    properties.put(prefix + "ssl.socketFactory", trust);
    properties.setProperty(prefix + "connectiontimeout", patience);
    properties.setProperty(prefix + "timeout", patience);
    properties.setProperty(prefix + "writetimeout", patience);
    properties.setProperty(prefix + "quitwait", "false");
    return properties;
  }
}

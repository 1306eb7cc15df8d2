package org.planpulse.jobs.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.planpulse.jobs.workspace.Settings;

/**
 * A mail server on this machine with a certificate of its own for the name {@code localhost}, which
 * is trusted by {@link #trust} and by nobody else.
 */
final class MailFixture {

  private static final String PASSWORD = "changeit";

  private static final Path KEYS = keys();

  private MailFixture() {}

  static GreenMail server(String protocol, int port) {
    ServerSetup setup = new ServerSetup(port, "localhost", protocol);
    setup.setServerStartupTimeout(10_000);
    return new GreenMail(setup);
  }

  static Settings.Mail settings(int port, Settings.Mail.Security security, String user) {
    return new Settings.Mail("localhost", port, "planner@example.org", security, user, "");
  }

  /** Trusts the server's certificate. */
  static SSLSocketFactory trust() {
    return context().getSocketFactory();
  }

  /** Shows the server's certificate. */
  static ServerSocket serverSocket(int port) throws IOException {
    return context().getServerSocketFactory().createServerSocket(port);
  }

  /** The server's side of a connection that goes on encrypted. */
  static SSLSocket encrypt(Socket plain) throws IOException {
    SSLSocket encrypted =
        (SSLSocket) context().getSocketFactory().createSocket(plain, null, plain.getPort(), false);
    encrypted.setUseClientMode(false);
    return encrypted;
  }

  private static SSLContext context() {
    try (InputStream bytes = Files.newInputStream(KEYS)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(bytes, PASSWORD.toCharArray());
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store);
      KeyManagerFactory shown =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot use the test's certificate", e);
    }
  }

  /** Made by the JDK's own tool, and named to the server before it looks for its keys. */
  private static Path keys() {
    try {
      Path keys = Files.createTempDirectory("mail-keys").resolve("keys.p12");
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-keyalg",
              "RSA",
              "-alias",
              "mail",
              "-dname",
              "CN=localhost",
              "-ext",
              "SAN=dns:localhost",
              "-validity",
              "30",
              "-storetype",
              "PKCS12",
              "-storepass",
              PASSWORD,
              "-keystore",
              keys.toString());
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      System.setProperty("greenmail.tls.keystore.file", keys.toString());
      System.setProperty("greenmail.tls.keystore.password", PASSWORD);
      return keys;
    } catch (IOException e) {
      throw new IllegalStateException("keytool made no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("keytool made no certificate", e);
    }
  }
}

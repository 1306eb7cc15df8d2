package org.planpulse.jobs.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that knows no STARTTLS (RFC 3207): offers it, refuses everything else
 * in the clear, and once the connection is encrypted hands all bytes on.
 */
final class StartTlsFront implements AutoCloseable {

  private final ServerSocket socket;
  private final int serverPort;
  private final Thread thread;

  StartTlsFront(int port, int serverPort) throws IOException {
    this.socket = new ServerSocket(port);
    this.serverPort = serverPort;
    this.thread = new Thread(this::serveOne, "starttls-front");
    thread.start();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    socket.close();
    thread.join();
  }

  private void serveOne() {
    try (Socket client = socket.accept()) {
      say(client, "220 ready");
      for (String line = line(client); !line.equals("STARTTLS"); line = line(client)) {
        say(client, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 STARTTLS first");
      }
      say(client, "220 go ahead");
      try (SSLSocket encrypted = MailFixture.encrypt(client);
          Socket server = new Socket("localhost", serverPort)) {
        line(server);
        pass(encrypted, server);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the front failed", e);
    }
  }

  private static void pass(Socket client, Socket server) throws IOException, InterruptedException {
    Thread answers = new Thread(() -> copy(server, client), "starttls-answers");
    answers.start();
    copy(client, server);
    server.shutdownOutput();
    answers.join();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket client, String reply) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Byte by byte: what follows the line belongs to the encrypted part. */
  private static String line(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the connection ended in the clear");
      }
      line.append((char) each);
    }
    return line.toString().strip();
  }
}

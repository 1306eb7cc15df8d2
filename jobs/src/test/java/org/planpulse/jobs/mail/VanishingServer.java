package org.planpulse.jobs.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An encrypted mail server that takes mails whole and hangs up instead of saying so. */
final class VanishingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final AtomicInteger taken = new AtomicInteger();
  private final Thread thread;

  VanishingServer(int port) throws IOException {
    socket = MailFixture.serverSocket(port);
    thread = new Thread(this::serve, "vanishing-server");
    thread.start();
  }

  int mailsTaken() {
    return taken.get();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    socket.close();
    thread.join();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // A client may refuse this server, and the test ends it: neither is a fault.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 ready\r\n");
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      boolean data = line.equals("DATA");
      out.print(data ? "354 go on\r\n" : "250 fine\r\n");
      out.flush();
      if (data) {
        takeMail(in);
        return;
      }
    }
  }

  private void takeMail(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        taken.incrementAndGet();
        return;
      }
    }
  }
}

package org.planpulse.jobs.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/** Somebody whom reports are sent to. */
public record Recipient(InternetAddress address) {

  /** The address alone, as the journal keys it: case does not tell people apart. */
  String key() {
    return address.getAddress().toLowerCase(Locale.ROOT);
  }

  /** Whether this is somebody's address, however it is written. */
  public boolean isAt(String written) {
    return key().equals(written.strip().toLowerCase(Locale.ROOT));
  }

  /** What to call the person. */
  String name() {
    return address.getPersonal() == null ? address.getAddress() : address.getPersonal();
  }
}

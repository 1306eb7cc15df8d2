package org.planpulse.jobs.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 over a sequence of texts; each is preceded by its length, so their borders count. */
public final class Digest {

  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public Digest add(byte[] bytes) {
    sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes);
    return this;
  }

  /** Entries by key, whatever the order of the map. */
  public Digest add(Map<String, ?> entries) {
    SortedMap<String, Object> sorted = new TreeMap<>(entries);
    sorted.forEach((key, value) -> add(key).add(String.valueOf(value)));
    return this;
  }

  /** The first 16 hexadecimal digits: 64 bits are ample for the thousands of things told apart. */
  public String hex16() {
    return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
  }
}

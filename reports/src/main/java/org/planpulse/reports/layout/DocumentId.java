package org.planpulse.reports.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the identifier of a PDF (ISO 32000-1, 14.4) a digest of its content. The PDF library draws
 * it from clock and memory and has no setting for it; the length is fixed, so no offset moves.
 */
final class DocumentId {
  private static final Pattern ID =
      Pattern.compile("/ID ?\\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");
  private static final String BLANK = "0".repeat(32);

  private DocumentId() {}

  static byte[] fromContent(byte[] pdf) {
    // Latin-1 maps bytes to characters one to one.
    StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    Matcher matcher = ID.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("the PDF has no identifier");
    }
    int first = matcher.start(1);
    int second = matcher.start(2);
    set(text, first, second, BLANK);
    set(text, first, second, digest(text));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void set(StringBuilder text, int first, int second, String id) {
    text.replace(first, first + id.length(), id);
    text.replace(second, second + id.length(), id);
  }

  private static String digest(StringBuilder text) {
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}

package org.planpulse.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes chance out of a finished PDF. The PDF library draws the tags of font subsets (ISO 32000-1,
 * 9.6.4) at random and the identifier of the file (14.4) from clock and memory, and has no setting
 * for either; both have a fixed length, so they are replaced in place and no offset moves.
 */
final class StableIdentifiers {
  private static final Pattern FONT_TAG =
      Pattern.compile("/(?:BaseFont|FontName)/([A-Z]{6})\\+[\\w-]+");
  private static final Pattern FILE_ID =
      Pattern.compile("/ID ?\\[<([0-9a-fA-F]{32})><([0-9a-fA-F]{32})>\\]");
  private static final String BLANK = "0".repeat(32);

  private StableIdentifiers() {}

  /**
   * @return the same document; fonts are tagged in order of appearance, and the identifier is a
   *     digest of all other bytes
   */
  static byte[] in(byte[] pdf) {
    // Latin-1 maps bytes to characters one to one.
    StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    tagFonts(text);
    identify(text);
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void tagFonts(StringBuilder text) {
    Map<String, String> tags = new HashMap<>();
    Matcher matcher = FONT_TAG.matcher(text.toString());
    while (matcher.find()) {
      String tag = tags.computeIfAbsent(matcher.group(1), random -> "PULSE" + letter(tags.size()));
      text.replace(matcher.start(1), matcher.end(1), tag);
    }
  }

  private static char letter(int index) {
    if (index > 'Z' - 'A') {
      throw new IllegalStateException("more font subsets than letters");
    }
    return (char) ('A' + index);
  }

  private static void identify(StringBuilder text) {
    Matcher matcher = FILE_ID.matcher(text.toString());
    if (!matcher.find()) {
      throw new IllegalStateException("the PDF has no identifier");
    }
    setId(text, matcher, BLANK);
    setId(text, matcher, digest(text));
  }

  private static void setId(StringBuilder text, Matcher place, String id) {
    text.replace(place.start(1), place.end(1), id);
    text.replace(place.start(2), place.end(2), id);
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

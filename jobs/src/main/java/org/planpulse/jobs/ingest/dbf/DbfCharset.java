package org.planpulse.jobs.ingest.dbf;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the charset of a DBF by trying the declared one, UTF-8 and GB18030 on every text: the first
 * that decodes all of them strictly is taken. A character cut in half by the end of a full field is
 * no fault of the charset.
 */
public final class DbfCharset {

  public static final Charset GB18030 = Charset.forName("GB18030");

  /** Language bytes of the code pages met in China. */
  private static final Map<Integer, String> LANGUAGES =
      Map.of(
          0x4D,
          "GB18030",
          0x7A,
          "GB18030",
          0x4F,
          "Big5",
          0x78,
          "Big5",
          0x03,
          "windows-1252",
          0x57,
          "");

  private final Map<Charset, CharsetDecoder> fitting = new LinkedHashMap<>();
  private final Optional<Charset> declared;

  /**
   * @param codePage text of the .cpg file; empty without one
   * @param language byte of the DBF header
   */
  public DbfCharset(String codePage, int language) {
    declared = named(codePage).or(() -> named(LANGUAGES.getOrDefault(language, "")));
    List<Charset> candidates = new ArrayList<>();
    declared.ifPresent(candidates::add);
    candidates.add(StandardCharsets.UTF_8);
    candidates.add(GB18030);
    for (Charset candidate : candidates) {
      fitting.computeIfAbsent(candidate, DbfCharset::strict);
    }
  }

  /** Drops the candidates that cannot decode these bytes. */
  public void test(byte[] bytes, int offset, int length) {
    if (!ascii(bytes, offset, length)) {
      fitting
          .values()
          .removeIf(decoder -> !decodes(decoder, bytes, offset, trimmed(bytes, offset, length)));
    }
  }

  /** The charset, after all texts were tested; GB18030 when none fits. */
  public Charset found() {
    return fitting.keySet().stream().findFirst().orElse(GB18030);
  }

  /** Whether no charset fits and characters will be lost. */
  public boolean damaged() {
    return fitting.isEmpty();
  }

  public Optional<Charset> declared() {
    return declared;
  }

  /** Whether bytes decode in a charset. */
  public static boolean decodes(Charset charset, byte[] bytes, int offset, int length) {
    return decodes(strict(charset), bytes, offset, trimmed(bytes, offset, length));
  }

  private static boolean decodes(CharsetDecoder decoder, byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CoderResult result = decoder.reset().decode(in, CharBuffer.allocate(length + 1), true);
    boolean cutAtEnd = in.remaining() <= 2 && in.position() > offset && in.hasRemaining();
    return !result.isError() || result.isMalformed() && cutAtEnd;
  }

  /** GB names of the code pages are read as GB18030, which holds them all. */
  private static Optional<Charset> named(String codePage) {
    String name = codePage.strip().replaceFirst("(?i)^ANSI ", "");
    if (name.matches("(?i)936|cp936|gbk|gb2312|oem 936|ms936")) {
      return Optional.of(GB18030);
    }
    if (name.equals("65001")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (name.matches("125\\d")) {
      return Optional.of(Charset.forName("windows-" + name));
    }
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int trimmed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    return end - offset;
  }

  private static boolean ascii(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}

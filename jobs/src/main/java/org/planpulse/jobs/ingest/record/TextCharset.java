package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the charset of a text file: byte order mark, strict UTF-8, strict GB18030, then what a
 * detector guesses.
 *
 * @param charset to decode with
 * @param markBytes length of the byte order mark to skip
 * @param damaged whether no charset fits and some characters will be lost
 */
public record TextCharset(Charset charset, int markBytes, boolean damaged) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  public static TextCharset of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return new TextCharset(StandardCharsets.UTF_8, 3, !decodes(file, StandardCharsets.UTF_8));
    }
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return new TextCharset(StandardCharsets.UTF_16LE, 2, false);
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return new TextCharset(StandardCharsets.UTF_16BE, 2, false);
    }
    return unmarked(file);
  }

  private static TextCharset unmarked(Path file) throws IOException {
    List<Charset> candidates = new ArrayList<>(List.of(StandardCharsets.UTF_8, GB18030));
    String guess = UniversalDetector.detectCharset(file);
    if (guess != null && Charset.isSupported(guess)) {
      candidates.add(Charset.forName(guess));
    }
    for (Charset candidate : candidates) {
      if (decodes(file, candidate)) {
        return new TextCharset(candidate, 0, false);
      }
    }
    return new TextCharset(GB18030, 0, true);
  }

  private static boolean decodes(Path file, Charset charset) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      reader.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

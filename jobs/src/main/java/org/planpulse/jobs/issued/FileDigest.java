package org.planpulse.jobs.issued;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of a file in one number, as {@code sha256sum} prints it.
 *
 * @param path below the folder it was taken in, with slashes
 * @param sha256 64 hexadecimal digits
 */
public record FileDigest(String path, long bytes, String sha256) {

  /** The digest of a file below a folder. */
  static FileDigest of(Path file, Path folder) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return new FileDigest(path, file.toFile().length(), sha256(file));
  }

  /** All files below a folder, by path; none when it does not exist. */
  static List<FileDigest> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().map(file -> of(file, folder)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** SHA-256 of a file's bytes. */
  static String sha256(Path file) {
    MessageDigest digest = algorithm();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

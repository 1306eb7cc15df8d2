package org.planpulse.jobs.issued;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The register of issues, a line each, for people and spreadsheets: {@code
 * number,issued_at,files,manifest_sha256}. Lines are added and never changed.
 */
record Register(Path file) {

  static final String FILE = "register.csv";

  private static final String HEADING = "number,issued_at,files,manifest_sha256";

  /** Digests of the manifests by number. */
  Map<String, String> manifests() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Map<String, String> digests = new LinkedHashMap<>();
      lines.stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(fields -> digests.put(fields[0], fields[fields.length - 1]));
      return digests;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Adds the line of an issue that has none. */
  void add(Manifest issue, String digest) throws IOException {
    String files =
        issue.files().stream().map(Manifest.IssuedFile::name).collect(Collectors.joining(" "));
    String line = String.join(",", issue.number(), issue.issuedAt(), files, digest) + "\n";
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String text = channel.size() == 0 ? HEADING + "\n" + line : line;
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }
}

package org.planpulse.jobs.issued;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a file is, by its bytes alone; its name and place do not matter.
 *
 * @param sha256 of the file
 * @param issue the first one that holds it, or, when none does, the latest of a report of its name
 * @param issued whether the issue holds these bytes
 * @param replacedBy the issue in force, when it is a later one with other bytes
 */
public record Verification(
    String sha256, Optional<Manifest> issue, boolean issued, Optional<Manifest> replacedBy) {

  /** Looks the file up in an archive. */
  public static Verification of(Path file, Archive archive) {
    String sha256 = FileDigest.sha256(file);
    List<Manifest> holding =
        archive.issues().stream().filter(issue -> issue.fileOf(sha256).isPresent()).toList();
    if (holding.isEmpty()) {
      return new Verification(
          sha256, archive.latest(file.getFileName().toString()), false, Optional.empty());
    }
    Manifest first = holding.get(0);
    String name = first.fileOf(sha256).orElseThrow().name();
    Optional<Manifest> later =
        archive.latest(name).filter(latest -> latest.fileOf(sha256).isEmpty());
    return new Verification(sha256, Optional.of(first), true, later);
  }

  /** The file as the archive holds it, under the name it was issued by. */
  public Manifest.IssuedFile issuedFile() {
    return issue.flatMap(found -> found.fileOf(sha256)).orElseThrow();
  }
}

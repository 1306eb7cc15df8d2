package org.planpulse.jobs.ingest.landing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing a department handed over: a file, or the members of a shapefile together.
 *
 * @param file path below {@code landing/} with {@code /}; of a shapefile the {@code .shp}
 * @param names paths under which contracts may know it, {@code file} first
 * @param path the same file on disk
 * @param members all files of the delivery in name order, {@code path} among them
 * @param sha256 of the members' bytes one after the other, in hexadecimal
 * @param bytes of all members together
 * @param department as written in the hand-over list; empty when the list does not name the file
 */
public record Delivery(
    String file,
    List<String> names,
    Path path,
    List<Path> members,
    String sha256,
    long bytes,
    Optional<String> department,
    LocalDate receivedOn) {

  /** Short stable name of the content: the first 16 digits of the hash. */
  public String sourceKey() {
    return sha256.substring(0, 16);
  }

  /** Name without folders. */
  public String name() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** The member with this extension, whatever its case. */
  public Optional<Path> member(String extension) {
    return members.stream()
        .filter(member -> extension.equals(extension(member.getFileName().toString())))
        .findFirst();
  }

  /** Lower-case text after the last dot; empty without one. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}

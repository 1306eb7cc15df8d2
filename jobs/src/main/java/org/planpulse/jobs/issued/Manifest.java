package org.planpulse.jobs.issued;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was issued, and what it rests on: {@code manifest.json} of an issue. Everything is text or a
 * number, so that it can be read in decades without this program.
 *
 * @param number e.g. {@code 2025-001}: the year and a running number
 * @param year reported on
 * @param issuedAt instant, ISO 8601
 * @param issuedBy who ran the command
 * @param checkedBy who checked the draft, as named by the issuer; empty when nobody was named
 * @param replaces numbers of the issues of which this one revises a file
 * @param previous SHA-256 of the manifest issued before this one, empty for the first: a manifest
 *     cannot be changed without changing all later ones
 * @param grounds what the reports rest on
 * @param files the reports
 * @param inputs files below {@code inputs/}: the tables the reports show, settings, corrections
 * @param sources files in {@code landing/} at the time
 */
public record Manifest(
    String number,
    int year,
    String issuedAt,
    String issuedBy,
    String checkedBy,
    List<String> replaces,
    String previous,
    Grounds grounds,
    List<IssuedFile> files,
    List<FileDigest> inputs,
    List<FileDigest> sources) {

  static final String FILE = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lines end alike on every platform. */
  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /**
   * @param city code of the city
   * @param plan id of the plan
   * @param knowledgeDay latest day on which a file was received
   * @param runId last run that changed a table
   * @param program hash of the program
   * @param tables versions of the tables
   * @param openErrors errors in the data that were open at the time
   * @param despite why it was issued with open errors; empty when there were none
   */
  public record Grounds(
      String city,
      String plan,
      String knowledgeDay,
      String runId,
      String program,
      SortedMap<String, Long> tables,
      long openErrors,
      String despite) {}

  /**
   * @param name of the file
   * @param type e.g. {@code annual}
   * @param language {@code zh} or {@code en}
   */
  public record IssuedFile(String name, String type, String language, long bytes, String sha256) {

    static IssuedFile of(Draft draft, Path copy) {
      ReportName name = draft.name();
      return new IssuedFile(
          name.file(), name.type(), name.language().code(), copy.toFile().length(), draft.sha256());
    }
  }

  /** The issued file of a name. */
  public Optional<IssuedFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The issued file with these bytes. */
  Optional<IssuedFile> fileOf(String sha256) {
    return files.stream().filter(file -> file.sha256().equals(sha256)).findFirst();
  }

  /** When it was issued. */
  public Instant instant() {
    return Instant.parse(issuedAt);
  }

  static Manifest read(Path file) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), Manifest.class);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text(), StandardCharsets.UTF_8);
  }

  private String text() {
    try {
      return WRITER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are JSON", e);
    }
  }
}

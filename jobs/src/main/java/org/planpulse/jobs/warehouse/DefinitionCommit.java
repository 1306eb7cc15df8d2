package org.planpulse.jobs.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Commits that say what a table is and hold no rows, written as the Delta protocol has them.
 *
 * <p>The first one is what Spark's CREATE TABLE would write, without the seconds it takes a cold
 * session to do so. A later one is what Spark cannot write: a table named by its path takes other
 * columns only with a write of rows, and that forgets which must not be null.
 */
final class DefinitionCommit {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST_COMMIT = "00000000000000000000.json";
  private static final String FIRST_STATE = "00000000000000000000.crc";

  /** Writer version 2 checks the columns that must not be null. */
  private static final Map<String, Object> PROTOCOL =
      Map.of("minReaderVersion", 1, "minWriterVersion", 2);

  private DefinitionCommit() {}

  /**
   * @param configuration table properties
   * @throws UncheckedIOException when the table exists already, or its folder cannot be written
   */
  static void create(Path folder, TableDefinition table, Map<String, String> configuration) {
    try {
      Path log = Files.createDirectories(folder.resolve("_delta_log"));
      Map<String, Object> metadata = metadata(newId(folder), table, configuration);
      writeNew(
          log.resolve(FIRST_COMMIT),
          action("commitInfo", Map.of("operation", "CREATE TABLE")),
          action("metaData", metadata),
          action("protocol", PROTOCOL));
      writeNew(log.resolve(FIRST_STATE), JSON.writeValueAsString(state(metadata)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the table " + table.name(), e);
    }
  }

  /**
   * Gives the latest version of a table the columns, comments and nullability of its definition.
   *
   * @throws UncheckedIOException when another process wrote the table meanwhile
   */
  static void restate(
      Path folder, TableFiles latest, TableDefinition table, Map<String, String> configuration) {
    Path commit =
        folder
            .resolve("_delta_log")
            .resolve(String.format(Locale.ROOT, "%020d.json", latest.version() + 1));
    try {
      writeNew(
          commit,
          action("commitInfo", Map.of("operation", "CHANGE COLUMN")),
          action("metaData", metadata(latest.id(), table, configuration)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot describe the table " + table.name(), e);
    }
  }

  private static String newId(Path folder) {
    return UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** All of the file or none of it, and never over one that is there. */
  private static void writeNew(Path file, String... lines) throws IOException {
    // Not a temporary file of Java's: others are to read the table, too.
    Path draft = Files.createFile(file.resolveSibling("." + UUID.randomUUID() + ".tmp"));
    try {
      Files.writeString(draft, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
      Files.createLink(file, draft);
    } finally {
      Files.delete(draft);
    }
  }

  /** The version's checksum, from which Delta works out those of later versions without a job. */
  private static Map<String, Object> state(Map<String, Object> metadata) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("tableSizeBytes", 0);
    state.put("numFiles", 0);
    state.put("numMetadata", 1);
    state.put("numProtocol", 1);
    state.put("setTransactions", List.of());
    state.put("domainMetadata", List.of());
    state.put("metadata", metadata);
    state.put("protocol", PROTOCOL);
    state.put("allFiles", List.of());
    return state;
  }

  private static String action(String name, Map<String, Object> content) throws IOException {
    return JSON.writeValueAsString(Map.of(name, content));
  }

  private static Map<String, Object> metadata(
      String id, TableDefinition table, Map<String, String> configuration) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("id", id);
    metadata.put("description", table.comment());
    metadata.put("format", Map.of("provider", "parquet", "options", Map.of()));
    metadata.put("schemaString", table.schema().json());
    metadata.put("partitionColumns", List.copyOf(table.partitionColumns()));
    metadata.put("configuration", configuration);
    return metadata;
  }
}

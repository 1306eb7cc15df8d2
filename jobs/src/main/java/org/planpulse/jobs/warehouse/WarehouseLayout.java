package org.planpulse.jobs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where tables lie: {@code <root>/<schema>.db/<table>}, each a Delta folder. Knows which tables
 * exist and their versions from the file names alone, so asking costs no engine.
 */
public record WarehouseLayout(Path root) {

  private static final String SCHEMA_SUFFIX = ".db";
  private static final String LOG = "_delta_log";

  /** Commits and checkpoints: both prove that a version exists, and old commits may be gone. */
  private static final Pattern VERSION_FILE =
      Pattern.compile("(\\d{20})\\.(?:json|checkpoint(?:\\..+)?\\.(?:parquet|json))");

  /** Folder of the table {@code schema.name}, whether or not it exists. */
  public Path folder(String table) {
    int dot = table.indexOf('.');
    if (dot <= 0 || dot != table.lastIndexOf('.') || dot == table.length() - 1) {
      throw new IllegalArgumentException("a table is named schema.table, not " + table);
    }
    return root.resolve(table.substring(0, dot) + SCHEMA_SUFFIX).resolve(table.substring(dot + 1));
  }

  /** Private folder for locks and scratch files; holds no tables. */
  public Path scratch() {
    return root.resolve(".tmp");
  }

  /** Latest version of a table; empty when it does not exist. */
  public OptionalLong version(String table) {
    return latest(folder(table));
  }

  /** Versions of all tables that exist, by name. */
  public SortedMap<String, Long> versions() {
    SortedMap<String, Long> versions = new TreeMap<>();
    for (Path schema : children(root)) {
      String name = schema.getFileName().toString();
      if (name.endsWith(SCHEMA_SUFFIX)) {
        String prefix = name.substring(0, name.length() - SCHEMA_SUFFIX.length()) + ".";
        for (Path table : children(schema)) {
          latest(table).ifPresent(v -> versions.put(prefix + table.getFileName(), v));
        }
      }
    }
    return versions;
  }

  private static OptionalLong latest(Path table) {
    return children(table.resolve(LOG)).stream()
        .map(file -> VERSION_FILE.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .mapToLong(file -> Long.parseLong(file.group(1)))
        .max();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}

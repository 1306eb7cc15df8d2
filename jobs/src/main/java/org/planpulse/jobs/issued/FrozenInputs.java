package org.planpulse.jobs.issued;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;

/**
 * What reports rest on, kept with an issue. Tables that hold the figures are copied as Parquet; the
 * far larger ones below them are named by the digests of the files they were read from.
 */
public record FrozenInputs(Workspace workspace, WarehouseLayout layout) {

  /** Figures, judgements and findings; which file was received when; what was open. */
  private static final List<String> COPIED =
      List.of("bronze.source_file", "gold.", "ops.correction", "ops.data_issue", "ops.delivery");

  /** Copies tables, settings, corrections, handling and the workspace's own schema files. */
  void writeTo(Path folder) throws IOException {
    List<String> tables =
        layout.versions().keySet().stream()
            .filter(table -> COPIED.stream().anyMatch(table::startsWith))
            .toList();
    try (QuerySession session = QuerySession.exportingTo(folder.toAbsolutePath(), layout)) {
      for (String table : tables) {
        session.writeParquet(
            "SELECT * FROM " + table,
            folder.toAbsolutePath().resolve(table + ".parquet"),
            Map.of("table_version", String.valueOf(layout.version(table).orElseThrow())));
      }
    }
    Files.copy(workspace.root().resolve(WorkspaceFile.NAME), folder.resolve(WorkspaceFile.NAME));
    copy(workspace.corrections(), folder.resolve("corrections"));
    copy(workspace.handling(), folder.resolve("handling"));
    copy(workspace.schemas(), folder.resolve("schemas"));
  }

  /** Every file that departments handed over, as it lies in {@code landing/}. */
  List<FileDigest> sources() {
    return FileDigest.below(workspace.landing());
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}

package org.planpulse.jobs.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * One version of a Delta table as plain files: what Delta Kernel says, in our words. All use of the
 * Kernel, whose interfaces change between releases, is in this class.
 *
 * @param id that the table was created with
 * @param plain whether the files hold the rows as they are; a table of later Delta versions may
 *     have rows marked as deleted or columns under other names
 * @param comment the table's comment; empty when it has none
 * @param schemaJson the columns as Spark writes them
 * @param partitionColumns their values are not in the files but in {@link DataFile#partition}
 * @param files the live files; files of older versions lie in the same folder and must not be read
 */
public record TableFiles(
    String id,
    long version,
    Instant committed,
    boolean plain,
    String comment,
    List<Column> columns,
    String schemaJson,
    List<String> partitionColumns,
    List<DataFile> files) {

  /**
   * @param type Delta's type
   * @param comment empty when it has none
   */
  public record Column(
      String name, io.delta.kernel.types.DataType type, boolean nullable, String comment) {}

  /**
   * @param partition value by partition column, as text; null for a missing value
   * @param rows from the file's statistics
   */
  public record DataFile(Path path, long bytes, long rows, Map<String, String> partition) {}

  /** The reader version without any feature that hides rows or renames columns. */
  private static final int PLAIN_READER = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The latest version of the table in {@code folder}. */
  public static TableFiles latest(Path folder) {
    Engine engine = engine();
    return read(engine, table(engine, folder).getLatestSnapshot(engine));
  }

  /** An earlier version. */
  public static TableFiles asOf(Path folder, long version) {
    Engine engine = engine();
    return read(engine, table(engine, folder).getSnapshotAsOfVersion(engine, version));
  }

  /** An earlier version; empty when its log or a file of it is gone. */
  static Optional<TableFiles> ifKept(Path folder, long version) {
    try {
      return Optional.of(asOf(folder, version))
          .filter(table -> table.files().stream().allMatch(file -> Files.exists(file.path())));
    } catch (KernelException vacuumed) {
      return Optional.empty();
    }
  }

  public long rows() {
    return files.stream().mapToLong(DataFile::rows).sum();
  }

  public long bytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  private static Engine engine() {
    return LocalEngine.KERNEL;
  }

  /**
   * Made once, when the first table is asked for, and without Hadoop's default settings: tables lie
   * in local folders, and reading the settings took most of what looking up a table did.
   */
  private static final class LocalEngine {
    static final Engine KERNEL = DefaultEngine.create(new Configuration(false));
  }

  private static Table table(Engine engine, Path folder) {
    return Table.forPath(engine, folder.toAbsolutePath().toString());
  }

  private static TableFiles read(Engine engine, io.delta.kernel.Snapshot snapshot) {
    SnapshotImpl details = (SnapshotImpl) snapshot;
    return new TableFiles(
        details.getMetadata().getId(),
        snapshot.getVersion(),
        Instant.ofEpochMilli(snapshot.getTimestamp(engine)),
        details.getProtocol().getMinReaderVersion() == PLAIN_READER,
        details.getMetadata().getDescription().orElse(""),
        snapshot.getSchema().fields().stream().map(TableFiles::column).toList(),
        details.getMetadata().getSchemaString(),
        snapshot.getPartitionColumnNames(),
        files(engine, (ScanImpl) snapshot.getScanBuilder().build()));
  }

  private static Column column(StructField field) {
    String comment = field.getMetadata().getString("comment");
    return new Column(
        field.getName(),
        field.getDataType(),
        field.isNullable(),
        Optional.ofNullable(comment).orElse(""));
  }

  private static List<DataFile> files(Engine engine, ScanImpl scan) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            files.add(file(rows.next()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the files of a table", e);
    }
    return List.copyOf(files);
  }

  private static DataFile file(Row row) throws JsonProcessingException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(row);
    String stats =
        row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)
            .getString(InternalScanFileUtils.ADD_FILE_STATS_ORDINAL);
    return new DataFile(
        local(status),
        status.getSize(),
        JSON.readTree(stats).path("numRecords").longValue(),
        InternalScanFileUtils.getPartitionValues(row));
  }

  /**
   * Kernel names files as Hadoop does: {@code file:} and the plain, not the percent-encoded, path.
   */
  private static Path local(FileStatus status) {
    return Path.of(new org.apache.hadoop.fs.Path(status.getPath()).toUri().getPath());
  }
}

package org.planpulse.jobs.publish.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.TableCatalog;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.WholeFile;

/**
 * Writes tables with geometry to a file that a GIS opens: a GeoPackage, or GeoParquet with one
 * table. Starts no Spark. The same tables give the same bytes, and a file stands at its place when
 * it is complete only.
 */
public final class LayerExport {

  private static final String GEOPACKAGE = ".gpkg";
  private static final String GEOPARQUET = ".parquet";

  private final WarehouseLayout layout;

  public LayerExport(WarehouseLayout layout) {
    this.layout = layout;
  }

  /**
   * @param tables names such as {@code gold.line_violation}
   * @param target ends in .gpkg or .parquet; replaced when it exists
   * @throws OperatorError when a table is no layer, or the file is of another kind or cannot be
   *     written
   */
  public void write(List<String> tables, Selection selection, Path target) {
    requireFile(target);
    String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean geoParquet = name.endsWith(GEOPARQUET);
    if (!geoParquet && !name.endsWith(GEOPACKAGE)) {
      throw new OperatorError(
          "不知道如何写 " + target + "：文件名应以 .gpkg（GeoPackage）或 .parquet（GeoParquet）结尾。",
          "Cannot tell what to write to "
              + target
              + ": the file must end in .gpkg (GeoPackage) or .parquet (GeoParquet).");
    }
    if (geoParquet && tables.size() > 1) {
      throw new OperatorError(
          "GeoParquet 文件只能存一张表；请逐表导出，或写成 .gpkg。",
          "A GeoParquet file holds one table; export them one by one, or to a .gpkg file.");
    }
    TableCatalog catalog = new TableCatalog(layout);
    List<LayerTable> layers =
        tables.stream().map(table -> LayerTable.of(catalog, table, selection)).toList();
    try {
      write(layers, geoParquet, target.toAbsolutePath());
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** A device or folder is not replaced by a file. */
  private static void requireFile(Path target) {
    if (target.getFileName() == null || Files.exists(target) && !Files.isRegularFile(target)) {
      throw new OperatorError(
          target + " 不是文件，未作改动。请另指文件名。",
          target + " is no file and was left as it is. Name another one.");
    }
  }

  private void write(List<LayerTable> layers, boolean geoParquet, Path named) throws IOException {
    WholeFile.write(
        named,
        draft -> {
          try (QuerySession session = QuerySession.exportingTo(draft.getParent(), layout)) {
            if (geoParquet) {
              GeoParquetFile.write(session, layers.get(0), draft);
            } else {
              writeGeoPackage(session, layers, draft);
            }
          }
        });
  }

  private static void writeGeoPackage(QuerySession session, List<LayerTable> layers, Path draft)
      throws IOException {
    try (GeoPackageFile file = new GeoPackageFile(draft)) {
      for (LayerTable layer : layers) {
        file.add(session, layer);
      }
      file.commit();
    }
  }

  private static OperatorError unwritable(Path target, IOException cause) {
    return new OperatorError(
        "无法写入 " + target + "。请检查文件夹是否存在、可写、有足够空间，文件是否被其他程序占用。",
        "Cannot write "
            + target
            + ". Check that its folder can be written and has room, and that no program holds the file.",
        cause);
  }
}

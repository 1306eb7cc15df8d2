package org.planpulse.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.WktCrs;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.raster.RasterReader;
import org.planpulse.jobs.ingest.record.RecordReader;
import org.planpulse.jobs.ingest.record.TextCharset;
import org.planpulse.jobs.ingest.table.StatisticalTableReader;
import org.planpulse.jobs.ingest.table.TableCell;
import org.planpulse.jobs.ingest.vector.FeatureFileReader;
import org.planpulse.jobs.ingest.vector.FeatureFormat;
import org.planpulse.jobs.ingest.vector.FeatureRows;
import org.planpulse.jobs.ingest.vector.FileGeodatabase;
import org.planpulse.jobs.ingest.vector.VectorReader;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Reads one delivery with the reader its contract's form and its content ask for. */
final class FileIngest {

  private static final StructType CELL =
      StructType.fromDDL(
          "dataset STRING, source_key STRING, sheet STRING, cell STRING, table_no STRING,"
              + " table_name STRING, title_year INT, row_path STRING, column_path STRING,"
              + " row_unit STRING, column_unit STRING, table_unit STRING, subitem BOOLEAN,"
              + " raw STRING, number DOUBLE, note STRING");

  /**
   * What a source gives.
   *
   * @param rows null when it gives none
   */
  record Result(SourceFile file, Dataset<Row> rows) {}

  private final SparkSession spark;
  private final StatisticalTableReader tables;
  private final WktCrs crsTexts;
  private final String surveyCrs;
  private final Path staging;
  private final DocumentStore documents;

  /**
   * @param surveyCrs CRS of layers that carry none
   * @param staging folder for copies that last until the rows are written
   * @param documents where prose is kept
   */
  FileIngest(
      SparkSession spark,
      StatisticalTableReader tables,
      WktCrs crsTexts,
      String surveyCrs,
      Path staging,
      DocumentStore documents) {
    this.spark = spark;
    this.tables = tables;
    this.crsTexts = crsTexts;
    this.surveyCrs = surveyCrs;
    this.staging = staging;
    this.documents = documents;
  }

  Result read(Assignment source, Findings findings) {
    FileFormat format = FileFormat.UNKNOWN;
    try {
      format = FileFormat.of(source.delivery().path());
      boolean read = source.contract().form() != Form.DOCUMENT;
      if (read && !format.usualFor(source.delivery().name())) {
        findings.add("FORMAT_NOT_AS_NAMED", "", Map.of("format", format.label()));
      }
      Result result = read(source, format, findings);
      if (result.file().rowsIn() == 0) {
        findings.add("FILE_WITHOUT_ROWS", "", Map.of());
      }
      return result;
    } catch (FileFault e) {
      findings.add(e);
      return new Result(
          SourceFile.unread(source.delivery(), source.contract(), format, findings.quarantined()),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source.delivery().path(), e);
    }
  }

  private Result read(Assignment source, FileFormat format, Findings findings)
      throws IOException, FileFault {
    if (format == FileFormat.EMPTY) {
      throw new FileFault("FILE_EMPTY", Map.of());
    }
    return switch (source.contract().form()) {
      case DOCUMENT -> document(source, format);
      case STATISTICAL_TABLE -> statisticalTable(source, format, findings);
      case RECORD_TABLE -> recordTable(source, format, findings);
      case VECTOR_LAYER -> vectorLayer(source, format, findings);
      case RASTER -> raster(source, format, findings);
    };
  }

  private Result document(Assignment source, FileFormat format) throws IOException {
    documents.keep(source.delivery());
    return result(source, format, Optional.empty(), 1, 0, null);
  }

  private Result statisticalTable(Assignment source, FileFormat format, Findings findings)
      throws IOException, FileFault {
    Delivery delivery = source.delivery();
    if (format.workbook()) {
      return cells(
          source,
          format,
          Optional.empty(),
          tables.read(delivery.path(), source.contract().layer(), findings));
    }
    if (format != FileFormat.TEXT) {
      throw unsupported(format);
    }
    TextCharset charset = TextCharset.of(delivery.path());
    String sheet = delivery.name().replaceFirst("\\.[^.]*$", "");
    return cells(
        source,
        format,
        Optional.of(charset.charset().name()),
        tables.readText(delivery.path(), charset, sheet, findings));
  }

  private Result recordTable(Assignment source, FileFormat format, Findings findings)
      throws IOException, FileFault {
    Delivery delivery = source.delivery();
    Path folder = staging(source);
    RecordStage stage = new RecordStage(folder);
    RecordReader.Reading reading;
    try (stage) {
      RecordReader reader = new RecordReader(source.contract(), findings, stage);
      reading =
          switch (format) {
            case OOXML, OLE2, HTML -> reader.readWorkbook(delivery.path(), folder);
            case TEXT -> reader.readText(delivery.path(), delivery.name());
            case DBF -> reader.readDbf(delivery.path(), delivery.name());
            default -> throw unsupported(format);
          };
    }
    return result(
        source,
        format,
        reading.charset(),
        reading.rowsIn(),
        findings.quarantined(),
        stage.rows(spark, source));
  }

  private Result vectorLayer(Assignment source, FileFormat format, Findings findings)
      throws IOException, FileFault {
    Delivery delivery = source.delivery();
    Contract contract = source.contract();
    CrsDecision crs = new CrsDecision(contract, crsTexts, surveyCrs, findings);
    VectorReader layers = new VectorReader(spark, contract, crs, findings);
    FeatureFileReader files = new FeatureFileReader(spark, contract, crs, findings);
    Path copy = staging(source);
    FeatureRows features =
        switch (format) {
          case SHAPEFILE -> layers.readShapefile(delivery, copy);
          case GEOPACKAGE -> layers.readGeoPackage(delivery.path(), delivery.sourceKey());
          case FILE_GEODATABASE ->
              layers.readGeoPackage(
                  FileGeodatabase.convert(delivery.path(), copy), delivery.sourceKey());
          case PARQUET -> layers.readGeoParquet(delivery);
          case GEOJSON -> files.read(delivery, FeatureFormat.GEOJSON);
          case TOPOJSON -> files.read(delivery, FeatureFormat.TOPOJSON);
          case KML -> files.read(delivery, FeatureFormat.KML);
          case BOUNDARY_POINTS -> files.read(delivery, FeatureFormat.BOUNDARY_POINTS);
          default -> throw unsupported(format);
        };
    return features(source, format, features, findings);
  }

  private Result raster(Assignment source, FileFormat format, Findings findings)
      throws IOException, FileFault {
    if (format != FileFormat.TIFF) {
      throw unsupported(format);
    }
    CrsDecision crs = new CrsDecision(source.contract(), crsTexts, surveyCrs, findings);
    RasterReader.TileRows tiles =
        new RasterReader(spark, source.contract(), crs).read(source.delivery());
    return result(source, format, Optional.empty(), tiles.tiles(), 0, tiles.rows());
  }

  private Path staging(Assignment source) {
    return staging.resolve(source.contract().id() + "-" + source.delivery().sourceKey());
  }

  private static FileFault unsupported(FileFormat format) {
    return new FileFault("FORMAT_UNSUPPORTED", Map.of("format", format.label()));
  }

  private Result cells(
      Assignment source, FileFormat format, Optional<String> charset, List<TableCell> cells) {
    List<Row> rows = new ArrayList<>();
    for (TableCell cell : cells) {
      rows.add(
          RowFactory.create(
              source.contract().id(),
              source.delivery().sourceKey(),
              cell.sheet(),
              cell.cell(),
              cell.tableNumber(),
              cell.tableName(),
              cell.titleYear(),
              cell.rowPath(),
              cell.columnPath(),
              cell.rowUnit(),
              cell.columnUnit(),
              cell.tableUnit(),
              cell.subitem(),
              cell.raw(),
              cell.number(),
              cell.note()));
    }
    Dataset<Row> data = spark.createDataFrame(rows, CELL);
    return result(source, format, charset, rows.size(), 0, data);
  }

  private static Result features(
      Assignment source, FileFormat format, FeatureRows features, Findings findings) {
    return result(
        source,
        format,
        features.charset(),
        features.rowsIn(),
        findings.quarantined(),
        features.rows());
  }

  private static Result result(
      Assignment source,
      FileFormat format,
      Optional<String> charset,
      long rowsIn,
      long quarantined,
      Dataset<Row> rows) {
    return new Result(
        new SourceFile(
            source.delivery(),
            source.contract(),
            format,
            charset.orElse(null),
            rowsIn,
            rowsIn - quarantined,
            quarantined),
        rows);
  }
}

package org.planpulse.jobs.ingest.vector;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.CrsName;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.dbf.DbfFile;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;

/** Looks through a vector file from its first feature to its last, without Spark. */
public final class LayerSampler {

  private final CrsDecision crs;
  private final Findings findings;
  private final Path staging;
  private final Consumer<Map<String, String>> features;

  /**
   * @param crs for a contract that agrees nothing
   * @param staging folder for a copy
   * @param features takes the fields of each feature; blank ones are absent
   */
  public LayerSampler(
      CrsDecision crs, Findings findings, Path staging, Consumer<Map<String, String>> features) {
    this.crs = crs;
    this.findings = findings;
    this.staging = staging;
    this.features = features;
  }

  /**
   * @throws FileFault when the file is damaged, or is no vector file
   */
  public LayerSample read(Delivery delivery, FileFormat format) throws IOException, FileFault {
    return switch (format) {
      case SHAPEFILE -> shapefile(delivery);
      case GEOPACKAGE -> geoPackage(delivery.path());
      case FILE_GEODATABASE -> geoPackage(FileGeodatabase.convert(delivery.path(), staging));
      case PARQUET -> new GeoParquetSampler(crs, features).read(delivery);
      case GEOJSON -> stream(delivery, FeatureFormat.GEOJSON);
      case TOPOJSON -> stream(delivery, FeatureFormat.TOPOJSON);
      case KML -> stream(delivery, FeatureFormat.KML);
      case BOUNDARY_POINTS -> stream(delivery, FeatureFormat.BOUNDARY_POINTS);
      default -> throw new FileFault("FORMAT_UNSUPPORTED", Map.of("format", format.label()));
    };
  }

  static String layerName(Delivery delivery) {
    return delivery.name().replaceFirst("\\.[^.]*$", "");
  }

  /** The EPSG code, where anything tells it: a draft without one is still of use. */
  public static Optional<String> decide(
      CrsDecision crs, String layer, Optional<String> stated, Extent extent) throws FileFault {
    try {
      return Optional.of(crs.decide(layer, stated, extent)).filter(CrsName::isCode);
    } catch (FileFault e) {
      if (Set.of("CRS_UNKNOWN", "CRS_UNREADABLE").contains(e.code())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private LayerSample shapefile(Delivery delivery) throws IOException, FileFault {
    String layer = layerName(delivery);
    StagedShapefile staged = new ShapefileCleaner(delivery, findings).clean(layer, staging);
    Optional<String> stated = VectorReader.statedCrs(delivery);
    attributes(staged);
    return new LayerSample(
        layer,
        List.of(),
        staged.fields(),
        decide(crs, layer, stated, staged.extent()),
        Set.of(ShapeRecords.kind(delivery.path())),
        staged.rowsIn());
  }

  private void attributes(StagedShapefile staged) throws IOException, FileFault {
    DbfFile dbf = DbfFile.open(staged.folder().resolve("layer.dbf"));
    try (DataInputStream records = dbf.openRecords()) {
      for (int number = 0; number < dbf.records(); number++) {
        byte[] record = records.readNBytes(dbf.recordLength());
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < staged.fields().size(); i++) {
          DbfFile.Field field = dbf.fields().get(i);
          String text = new String(record, field.offset(), field.length(), staged.charset());
          put(texts, staged.fields().get(i), text.replaceAll("[ \0\uFFFD]+$", ""));
        }
        features.accept(texts);
      }
    }
  }

  private LayerSample geoPackage(Path file) throws FileFault {
    List<GeoPackageLayer> layers = GeoPackageLayer.of(file);
    if (layers.isEmpty()) {
      throw new FileFault("LAYER_NOT_FOUND", Map.of("layer", "*", "layers", ""));
    }
    GeoPackageLayer layer = layers.get(0);
    Set<String> shapes = new TreeSet<>();
    Set<String> fields = new LinkedHashSet<>();
    long number = 0;
    try (Connection database = GeoPackageLayer.open(file);
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(layer.select("*", 0, Long.MAX_VALUE))) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        fields.add(rows.getMetaData().getColumnName(i));
      }
      while (rows.next()) {
        number++;
        shape(GeoPackageLayer.wkb(rows.getBytes(layer.geometryColumn()))).ifPresent(shapes::add);
        features.accept(layer.fields(rows));
      }
    } catch (SQLException e) {
      throw GeoPackageLayer.damaged(e);
    }
    fields.remove(layer.geometryColumn());
    return new LayerSample(
        layer.table(),
        layers.stream().skip(1).map(GeoPackageLayer::table).toList(),
        List.copyOf(fields),
        decide(crs, layer.table(), layer.crs(), layer.extent()),
        shapes,
        number);
  }

  private static Optional<String> shape(byte[] wkb) {
    try {
      return wkb == null
          ? Optional.empty()
          : Optional.of(new WKBReader().read(wkb).getGeometryType());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private LayerSample stream(Delivery delivery, FeatureFormat format)
      throws IOException, FileFault {
    Envelope box = new Envelope();
    Set<String> shapes = new TreeSet<>();
    Set<String> fields = new LinkedHashSet<>();
    long number = 0;
    try (FeatureFile file = format.open(delivery.path())) {
      while (file.hasNext()) {
        FeatureFile.Feature feature = file.next();
        number++;
        fields.addAll(feature.fields().keySet());
        features.accept(feature.fields());
        if (feature.shape() != null) {
          shapes.add(feature.shape().getGeometryType());
          box.expandToInclude(feature.shape().getEnvelopeInternal());
        }
      }
      if (!file.isWhole()) {
        throw new FileFault("FILE_DAMAGED", Map.of("detail", format.content()));
      }
      String layer = layerName(delivery);
      return new LayerSample(
          layer,
          List.of(),
          new ArrayList<>(fields),
          decide(crs, layer, file.crs(), FeatureFileReader.extent(box)),
          shapes,
          number);
    } catch (UncheckedIOException e) {
      throw new FileFault("FILE_DAMAGED", Map.of("detail", format.content()), e);
    }
  }

  private static void put(Map<String, String> texts, String field, String text) {
    if (!text.isBlank()) {
      texts.put(field, text.strip());
    }
  }
}

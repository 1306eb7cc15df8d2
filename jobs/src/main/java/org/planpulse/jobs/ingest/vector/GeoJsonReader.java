package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/** Reads GeoJSON feature collections as delivered; the file's name stands for the layer. */
public final class GeoJsonReader {

  private final SparkSession spark;
  private final Contract contract;
  private final CrsDecision crs;
  private final Findings findings;

  public GeoJsonReader(SparkSession spark, Contract contract, CrsDecision crs, Findings findings) {
    this.spark = spark;
    this.contract = contract;
    this.crs = crs;
    this.findings = findings;
  }

  /**
   * @throws FileFault when the file is damaged, no collection, or contradicts its CRS
   */
  public FeatureRows read(Delivery delivery) throws FileFault {
    String layer = delivery.name().replaceFirst("\\.[^.]*$", "");
    try (GeoJsonFeatures features = new GeoJsonFeatures(delivery.path())) {
      Envelope box = new Envelope();
      long rowsIn = 0;
      while (features.hasNext()) {
        GeoJsonFeatures.Feature feature = features.next();
        rowsIn++;
        if (feature.shape() == null) {
          quarantine(layer, feature);
        } else {
          box.expandToInclude(feature.shape().getEnvelopeInternal());
        }
      }
      if (!features.isCollection()) {
        throw new FileFault("FILE_DAMAGED", Map.of("detail", "no FeatureCollection"));
      }
      String epsg = crs.decide(layer, Optional.of(features.crs()), extent(box));
      GeoJsonRows rows = new GeoJsonRows(layer, contract.id(), delivery.sourceKey(), epsg);
      return new FeatureRows(
          spark
              .createDataset(List.of(delivery.path().toString()), Encoders.STRING())
              .flatMap(rows, Encoders.row(FeatureRows.SCHEMA)),
          rowsIn,
          Optional.of("UTF-8"));
    } catch (IOException | UncheckedIOException e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new FileFault("FILE_DAMAGED", Map.of("detail", detail), e);
    }
  }

  private void quarantine(String layer, GeoJsonFeatures.Feature feature) {
    String number = String.valueOf(feature.number());
    findings.quarantine(
        layer,
        number,
        Json.write(feature.fields()),
        "FEATURE_WITHOUT_GEOMETRY",
        Map.of("feature", number));
  }

  private static Extent extent(Envelope box) {
    return box.isNull()
        ? Extent.UNKNOWN
        : new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}

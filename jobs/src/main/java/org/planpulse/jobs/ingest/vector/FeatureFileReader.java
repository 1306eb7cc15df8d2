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

/**
 * Reads feature files that are gone through from front to back (GeoJSON, TopoJSON, KML, boundary
 * points); the file's name stands for the layer.
 */
public final class FeatureFileReader {

  private final SparkSession spark;
  private final Contract contract;
  private final CrsDecision crs;
  private final Findings findings;

  public FeatureFileReader(
      SparkSession spark, Contract contract, CrsDecision crs, Findings findings) {
    this.spark = spark;
    this.contract = contract;
    this.crs = crs;
    this.findings = findings;
  }

  /**
   * @throws FileFault when the file is damaged, holds no features, or contradicts its CRS
   */
  public FeatureRows read(Delivery delivery, FeatureFormat format) throws FileFault {
    String layer = delivery.name().replaceFirst("\\.[^.]*$", "");
    try (FeatureFile features = format.open(delivery.path())) {
      Envelope box = new Envelope();
      long rowsIn = 0;
      while (features.hasNext()) {
        FeatureFile.Feature feature = features.next();
        rowsIn++;
        if (feature.shape() == null) {
          quarantine(layer, feature);
        } else {
          box.expandToInclude(feature.shape().getEnvelopeInternal());
        }
      }
      if (!features.isWhole()) {
        throw new FileFault("FILE_DAMAGED", Map.of("detail", format.content()));
      }
      String epsg = crs.decide(layer, features.crs(), extent(box));
      FeatureFileRows rows =
          new FeatureFileRows(format, layer, contract.id(), delivery.sourceKey(), epsg);
      return new FeatureRows(
          spark
              .createDataset(List.of(delivery.path().toString()), Encoders.STRING())
              .flatMap(rows, Encoders.row(FeatureRows.SCHEMA)),
          rowsIn,
          Optional.of(features.charset()));
    } catch (UncheckedIOException e) {
      throw damaged(e.getCause());
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Other exceptions speak of classes and folders, which mean nothing to the department. */
  private static FileFault damaged(IOException e) {
    String detail = e instanceof DamagedContent ? e.getMessage() : "content";
    return new FileFault("FILE_DAMAGED", Map.of("detail", detail), e);
  }

  private void quarantine(String layer, FeatureFile.Feature feature) {
    String number = String.valueOf(feature.number());
    findings.quarantine(
        layer,
        number,
        Json.write(feature.fields()),
        "FEATURE_WITHOUT_GEOMETRY",
        Map.of("feature", number));
  }

  static Extent extent(Envelope box) {
    return box.isNull()
        ? Extent.UNKNOWN
        : new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}

package org.planpulse.jobs.ingest.vector;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Features of one layer of one file.
 *
 * @param rows of {@link #SCHEMA}, not computed yet
 * @param rowsIn features in the source, the quarantined ones included
 * @param charset of the attributes; empty where the format fixes it
 */
public record FeatureRows(Dataset<Row> rows, long rowsIn, Optional<String> charset) {

  /** Columns of {@code bronze.feature}. */
  public static final StructType SCHEMA =
      StructType.fromDDL(
          "dataset STRING, source_key STRING, layer STRING, feature INT,"
              + " fields MAP<STRING, STRING>, crs STRING, geometry BINARY");
}

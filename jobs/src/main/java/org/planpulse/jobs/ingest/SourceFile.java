package org.planpulse.jobs.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.schemas.contract.Contract;

/**
 * What is kept about a delivery: a row of {@code bronze.source_file}.
 *
 * @param contract null when no contract knows the file
 * @param charset of texts; null where the format fixes it
 * @param rowsIn cells, records, features or tiles met; loaded plus quarantined
 */
record SourceFile(
    Delivery delivery,
    Contract contract,
    FileFormat format,
    String charset,
    long rowsIn,
    long rowsLoaded,
    long rowsQuarantined) {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "source_key STRING, sha256 STRING, file STRING, bytes BIGINT, dataset STRING,"
              + " contract_version STRING, department STRING, data_year INT, received_on DATE,"
              + " format STRING, charset STRING, rows_in BIGINT, rows_loaded BIGINT,"
              + " rows_quarantined BIGINT");

  /**
   * A file of which nothing is loaded.
   *
   * @param quarantined rows kept back before it proved unreadable
   */
  static SourceFile unread(
      Delivery delivery, Contract contract, FileFormat format, long quarantined) {
    return new SourceFile(delivery, contract, format, null, quarantined, 0, quarantined);
  }

  SourceFile withoutRows() {
    return unread(delivery, contract, format, rowsQuarantined);
  }

  SourceFile withLoaded(long rows) {
    return new SourceFile(delivery, contract, format, charset, rowsIn, rows, rowsQuarantined);
  }

  /** The row this one takes the place of; a file that was unknown may have got a contract. */
  String condition() {
    String dataset = contract == null ? "" : " OR dataset = '" + contract.id() + "'";
    return "(source_key = '" + delivery.sourceKey() + "' AND (dataset IS NULL" + dataset + "))";
  }

  private Integer dataYear() {
    return delivery.names().stream()
        .flatMap(name -> contract.yearOf(name).stream())
        .findFirst()
        .orElse(null);
  }

  Row row() {
    boolean known = contract != null;
    return RowFactory.create(
        delivery.sourceKey(),
        delivery.sha256(),
        delivery.file(),
        delivery.bytes(),
        known ? contract.id() : null,
        known ? contract.version() : null,
        known ? contract.department() : delivery.department().orElse(null),
        known ? dataYear() : null,
        delivery.receivedOn(),
        format.label(),
        charset,
        rowsIn,
        rowsLoaded,
        rowsQuarantined);
  }
}

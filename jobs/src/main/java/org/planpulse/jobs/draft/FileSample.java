package org.planpulse.jobs.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.schemas.contract.Form;

/**
 * What a file holds, told without a contract.
 *
 * @param part sheet, or layer of a container, that was read; empty where the file is the part
 * @param others further sheets or layers, not read
 * @param rows records, features or cells
 * @param columns of a list or layer
 * @param items of a statistical table
 * @param shapes kinds of geometry, as in WKT
 */
record FileSample(
    Delivery delivery,
    FileFormat format,
    Form form,
    Optional<String> part,
    List<String> others,
    long rows,
    List<ColumnSample> columns,
    List<TableItem> items,
    Optional<String> crs,
    Set<String> shapes) {

  static FileSample ofDocument(Delivery delivery, FileFormat format) {
    return new FileSample(
        delivery,
        format,
        Form.DOCUMENT,
        Optional.empty(),
        List.of(),
        1,
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of());
  }
}

package org.planpulse.jobs.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.reports.WholeFile;

/**
 * Documents as delivered, each under its content's hash: {@code documents/ab/ab12….pdf}. What a
 * report cites stays, whatever becomes of the landing folder.
 */
final class DocumentStore {

  private final Path folder;

  DocumentStore(Path warehouse) {
    this.folder = warehouse.resolve("documents");
  }

  /** Keeps a document; one whose content is there already is left alone. */
  void keep(Delivery delivery) throws IOException {
    Path place = place(delivery);
    if (Files.exists(place)) {
      return;
    }
    WholeFile.write(
        place, copy -> Files.copy(delivery.path(), copy, StandardCopyOption.REPLACE_EXISTING));
  }

  private Path place(Delivery delivery) {
    String hash = delivery.sha256();
    String extension = Delivery.extension(delivery.name());
    return folder
        .resolve(hash.substring(0, 2))
        .resolve(extension.isEmpty() ? hash : hash + "." + extension);
  }
}

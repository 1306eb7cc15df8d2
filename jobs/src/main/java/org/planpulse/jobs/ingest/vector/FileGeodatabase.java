package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * Esri's File Geodatabase, which no Java library reads: where GDAL's {@code ogr2ogr} is installed
 * it makes a GeoPackage of it; elsewhere the issue names the command for somebody who has it.
 */
public final class FileGeodatabase {

  private static final long MINUTES = 30;

  private FileGeodatabase() {}

  /**
   * @param folder the database
   * @param staging folder for the copy, which must last until the rows are written
   * @return a GeoPackage with all layers
   * @throws FileFault when GDAL is missing or cannot read the database
   */
  public static Path convert(Path folder, Path staging) throws IOException, FileFault {
    Path copy = Files.createDirectories(staging).resolve("converted.gpkg");
    Path log = staging.resolve("ogr2ogr.log");
    Files.deleteIfExists(copy);
    List<String> command =
        List.of(
            "ogr2ogr",
            "-f",
            "GPKG",
            "-mapFieldType",
            "All=String",
            copy.toString(),
            folder.toString());
    Process process = start(command, log, folder.getFileName().toString());
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw damaged("ogr2ogr: " + MINUTES + " min");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ogr2ogr ran", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String told = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      String name = folder.getFileName().toString();
      throw damaged(told.lines().findFirst().orElse("ogr2ogr").replace(folder.toString(), name));
    }
    return copy;
  }

  private static Process start(List<String> command, Path log, String name) throws FileFault {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      String target = name.replaceFirst("(?i)\\.gdb$", ".gpkg");
      throw new FileFault(
          "GEODATABASE_UNREADABLE", Map.of("command", "ogr2ogr -f GPKG " + target + " " + name), e);
    }
  }

  private static FileFault damaged(String detail) {
    return new FileFault("FILE_DAMAGED", Map.of("detail", detail));
  }
}

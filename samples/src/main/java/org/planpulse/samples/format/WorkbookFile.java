package org.planpulse.samples.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks without the clock: POI would stamp the time of writing into them. */
public final class WorkbookFile {

  private static final LocalDateTime EPOCH = LocalDateTime.of(2020, 1, 1, 0, 0);

  private WorkbookFile() {}

  /** As .xlsx, and closes the workbook. */
  public static void write(XSSFWorkbook workbook, Path file) throws IOException {
    Date fixed = Date.from(EPOCH.toInstant(ZoneOffset.UTC));
    workbook.getProperties().getCoreProperties().setCreated(Optional.of(fixed));
    workbook.getProperties().getCoreProperties().setModified(Optional.of(fixed));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(bytes);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      zipAgain(bytes.toByteArray(), out);
    }
  }

  /** As .xls, and closes the workbook. */
  public static void write(HSSFWorkbook workbook, Path file) throws IOException {
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  private static void zipAgain(byte[] zip, OutputStream out) throws IOException {
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(EPOCH);
        to.putNextEntry(copy);
        from.transferTo(to);
        to.closeEntry();
      }
    }
  }
}

package org.planpulse.jobs.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path landing;
  @TempDir Path cache;

  @Test
  void theFilesOfAnArchiveAreDeliveriesKnownUnderThreeNames() throws Exception {
    Path folder = Files.createDirectories(landing.resolve("自然资源局"));
    zip(folder.resolve("公益林_2024.zip"), GBK, "数据/图斑.shp", "a", "数据/图斑.dbf", "b");
    Files.writeString(
        landing.resolve("交接清单.csv"), "文件,部门,收到日期,备注\n自然资源局/公益林_2024.zip,自然资源局,2025-03-04,\n");

    LandingZone zone = scan();

    assertThat(zone.announced()).isEmpty();
    Delivery delivery = zone.deliveries().get(0);
    assertThat(zone.deliveries()).hasSize(1);
    assertThat(delivery.names())
        .containsExactly("自然资源局/公益林_2024.zip/数据/图斑.shp", "自然资源局/图斑.shp", "自然资源局/公益林_2024.shp");
    assertThat(delivery.members()).hasSize(2);
    assertThat(delivery.receivedOn()).isEqualTo(LocalDate.of(2025, 3, 4));
    assertThat(delivery.path()).hasContent("a");
  }

  @Test
  void namesMarkedAsUtf8AreReadAsSuch() throws Exception {
    zip(landing.resolve("a.zip"), StandardCharsets.UTF_8, "统计年鉴.csv", "1");

    assertThat(scan().deliveries().get(0).file()).isEqualTo("a.zip/统计年鉴.csv");
  }

  @Test
  void anArchiveIsUnpackedOnceAndForgottenWhenItIsGone() throws Exception {
    Path zip = landing.resolve("a.zip");
    zip(zip, GBK, "a.csv", "1");
    Path unpacked = scan().deliveries().get(0).path();
    Files.writeString(unpacked, "kept");

    assertThat(scan().deliveries().get(0).path()).hasContent("kept");

    Files.delete(zip);
    scan();
    assertThat(unpacked).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../out.csv", "a/../../out.csv", "/etc/out.csv", "C:\\out.csv", "..\\out.csv"})
  void aNameThatLeadsOutClosesTheArchive(String name) throws Exception {
    zip(landing.resolve("a.zip"), GBK, "good.csv", "1", name, "2");

    LandingZone zone = scan();

    assertThat(zone.deliveries()).isEmpty();
    assertThat(zone.refusedArchives().get("a.zip").code()).isEqualTo("ARCHIVE_UNSAFE_NAME");
    assertThat(landing.resolveSibling("out.csv")).doesNotExist();
    assertThat(cache.resolveSibling("out.csv")).doesNotExist();
  }

  @Test
  void aBombIsStoppedAtItsAllowance() throws Exception {
    Path bomb = landing.resolve("bomb.zip");
    try (OutputStream file = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("zeros.csv"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }

    assertThat(scan().refusedArchives().get("bomb.zip").code()).isEqualTo("FILE_INFLATES");
    assertThat(size(cache)).isLessThan(70L << 20);
  }

  @Test
  void anArchiveInAnArchiveStaysClosed() throws Exception {
    Path inner = landing.resolve("inner.zip");
    zip(inner, GBK, "a.csv", "1");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(landing.resolve("o.zip")))) {
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(Files.readAllBytes(inner));
    }
    Files.delete(inner);

    assertThat(scan().refusedArchives().get("o.zip").code()).isEqualTo("ARCHIVE_NESTED");
  }

  @Test
  void aTruncatedArchiveIsDamagedAndLeavesNothingBehind() throws Exception {
    Path zip = landing.resolve("a.zip");
    zip(zip, GBK, "a.csv", "1".repeat(10_000));
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(scan().refusedArchives().get("a.zip").code()).isEqualTo("FILE_DAMAGED");
    assertThat(size(cache)).isZero();
  }

  @Test
  void textsAndWorkbooksAreNoArchives() throws Exception {
    zip(landing.resolve("plan.docx"), GBK, "[Content_Types].xml", "x", "word/document.xml", "x");
    zip(landing.resolve("book.xlsx"), GBK, "[Content_Types].xml", "x", "xl/workbook.xml", "x");

    zip(landing.resolve("misnamed.zip"), GBK, "[Content_Types].xml", "x", "xl/workbook.xml", "y");

    assertThat(scan().deliveries())
        .extracting(Delivery::file)
        .containsExactly("book.xlsx", "misnamed.zip", "plan.docx");
  }

  private LandingZone scan() throws IOException {
    return LandingZone.scan(landing, cache, LocalDate.of(2026, 10, 31));
  }

  private static void zip(Path file, Charset names, String... namesAndTexts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}

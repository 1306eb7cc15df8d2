package org.planpulse.jobs.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingZoneTest {

  private static final LocalDate RUN_DATE = LocalDate.of(2026, 10, 31);

  @TempDir Path landing;
  @TempDir Path unpacked;

  @Test
  void aShapefileIsOneDeliveryHashedOverItsMembersInNameOrder() throws Exception {
    for (String extension : new String[] {"shp", "shx", "DBF", "prj", "cpg", "sbn", "shp.xml"}) {
      Files.writeString(landing.resolve("图斑." + extension), extension);
    }
    Files.writeString(landing.resolve("alone.dbf"), "x");

    LandingZone zone = LandingZone.scan(landing, unpacked, RUN_DATE);

    assertThat(zone.deliveries()).extracting(Delivery::file).containsExactly("alone.dbf", "图斑.shp");
    Delivery shapefile = zone.deliveries().get(1);
    assertThat(shapefile.members()).hasSize(5);
    assertThat(shapefile.bytes()).isEqualTo(15);
    assertThat(shapefile.sha256()).isEqualTo(sha256("DBFcpgprjshpshx"));
    assertThat(shapefile.sourceKey())
        .hasSize(16)
        .isEqualTo(sha256("DBFcpgprjshpshx").substring(0, 16));
    assertThat(shapefile.member("dbf")).isPresent();
    assertThat(shapefile.receivedOn()).isEqualTo(RUN_DATE);
  }

  @Test
  void hiddenLockAndSystemFilesAreNoDeliveries() throws Exception {
    Files.createDirectories(landing.resolve("统计局/.git"));
    for (String name :
        new String[] {
          "~$年鉴.xlsx", ".DS_Store", "Thumbs.db", "交接清单.csv", "统计局/.git/config", "a.gpkg-wal"
        }) {
      Files.writeString(landing.resolve(name), "");
    }
    Files.writeString(landing.resolve("统计局/交接清单.csv"), "");

    assertThat(LandingZone.scan(landing, unpacked, RUN_DATE).deliveries())
        .extracting(Delivery::file)
        .containsExactly("统计局/交接清单.csv");
  }

  @Test
  void linksOutOfTheFolderAreRefusedAndLinksInsideRead() throws Exception {
    Files.writeString(landing.resolve("a.csv"), "1");
    Files.createSymbolicLink(landing.resolve("inside.csv"), landing.resolve("a.csv"));
    Files.createSymbolicLink(landing.resolve("outside.csv"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(landing.resolve("folder"), Path.of("/etc"));
    Files.createSymbolicLink(landing.resolve("broken.csv"), landing.resolve("none"));

    LandingZone zone = LandingZone.scan(landing, unpacked, RUN_DATE);

    assertThat(zone.deliveries()).extracting(Delivery::file).containsExactly("a.csv", "inside.csv");
    assertThat(zone.refusedLinks())
        .containsExactlyInAnyOrder("outside.csv", "folder", "broken.csv");
  }

  @Test
  void aLandingFolderThatDoesNotExistIsEmpty() throws Exception {
    assertThat(LandingZone.scan(landing.resolve("none"), unpacked, RUN_DATE).deliveries())
        .isEmpty();
  }

  @Test
  void formatsAreToldByContent() throws Exception {
    assertThat(format("%PDF-1.7")).isEqualTo(FileFormat.PDF);
    assertThat(format("SQLite format 3\0")).isEqualTo(FileFormat.GEOPACKAGE);
    assertThat(format("II*\0")).isEqualTo(FileFormat.TIFF);
    assertThat(format("\0\0'\n")).isEqualTo(FileFormat.SHAPEFILE);
    assertThat(format("<!DOCTYPE html><p>")).isEqualTo(FileFormat.HTML);
    assertThat(format("a,b\n")).isEqualTo(FileFormat.TEXT);
    assertThat(format("a\0b")).isEqualTo(FileFormat.UNKNOWN);
    assertThat(format("")).isEqualTo(FileFormat.EMPTY);
    assertThat(FileFormat.OLE2.usualFor("年鉴.XLS")).isTrue();
    assertThat(FileFormat.OLE2.usualFor("年鉴.xlsx")).isFalse();
  }

  private FileFormat format(String content) throws Exception {
    Path file = landing.resolve("x.dat");
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    return FileFormat.of(file);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}

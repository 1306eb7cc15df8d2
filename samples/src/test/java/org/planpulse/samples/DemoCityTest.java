package org.planpulse.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCityTest {

  @TempDir static Path folder;
  private static List<Path> files;

  @BeforeAll
  static void writeCity() throws IOException {
    files = DemoCity.of(new DemoOptions(3_000, 7)).writeTo(folder.resolve("first"));
  }

  @Test
  void theSameOptionsGiveTheSameBytesOfEveryFile() throws IOException {
    DemoCity.of(new DemoOptions(3_000, 7)).writeTo(folder.resolve("second"));

    assertThat(checksums(folder.resolve("second"))).isEqualTo(checksums(folder.resolve("first")));
  }

  @Test
  void anotherSeedGivesOtherParcels() throws IOException {
    DemoCity.of(new DemoOptions(3_000, 8)).writeTo(folder.resolve("other"));

    Map<String, Long> other = checksums(folder.resolve("other"));
    Map<String, Long> first = checksums(folder.resolve("first"));
    assertThat(other.keySet()).isEqualTo(first.keySet());
    assertThat(other.get("自然资源局/样例_DLTB_2020.shp"))
        .isNotEqualTo(first.get("自然资源局/样例_DLTB_2020.shp"));
  }

  @Test
  void everyWrittenFileIsReportedAndMarkedAsSample() throws IOException {
    try (var found = Files.walk(folder.resolve("first"))) {
      assertThat(found.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(files.subList(0, files.size() - 1))
        .allMatch(file -> file.getFileName().toString().startsWith("样例_"));
  }

  @Test
  void theHandoverListNamesEveryDatasetOnce() throws IOException {
    Path list = folder.resolve("first/交接清单.csv");
    List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);

    assertThat(lines.get(0)).isEqualTo("\uFEFF文件,部门,收到日期,备注");
    assertThat(lines)
        .contains("自然资源局/样例_DLTB_2025.shp,自然资源局,2026-04-20,样例数据")
        .contains("统计局/样例_二连浩特市统计年鉴2026.xlsx,统计局,2026-09-18,样例数据")
        .doesNotHaveDuplicates();
    long partsOfShapefiles =
        files.stream().filter(file -> file.toString().matches(".*(shx|dbf|prj)")).count();
    assertThat(lines).hasSize((int) (files.size() - partsOfShapefiles));
  }

  @Test
  void aCityOfTooFewParcelsIsRefused() {
    assertThatThrownBy(() -> new DemoOptions(100, 1)).hasMessageContaining("3000");
  }

  private static Map<String, Long> checksums(Path root) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (var found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        checksums.put(root.relativize(file).toString(), crc.getValue());
      }
    }
    return checksums;
  }
}

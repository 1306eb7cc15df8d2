package org.planpulse.samples.department;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The landing folder: one folder a department, and a hand-over list that says when each file came.
 */
public final class LandingZone {

  private static final String HANDOVER_LIST = "交接清单.csv";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Parts of a dataset that are not listed: the .shp stands for them. */
  private static final List<String> SHAPEFILE_PARTS = List.of("shp", "shx", "dbf", "prj");

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final StringBuilder list = new StringBuilder(BYTE_ORDER_MARK + "文件,部门,收到日期,备注\r\n");

  public LandingZone(Path root) {
    this.root = root;
  }

  /**
   * Where a department's file goes; entered into the hand-over list. The name gets its sample
   * prefix.
   */
  Path place(String department, String name, LocalDate received) throws IOException {
    Path folder = Files.createDirectories(root.resolve(department));
    String file = "样例_" + name;
    list.append("%s/%s,%s,%s,样例数据\r\n".formatted(department, file, department, received));
    Path path = folder.resolve(file);
    if (name.endsWith(".shp")) {
      String base = file.substring(0, file.length() - 3);
      SHAPEFILE_PARTS.forEach(part -> files.add(folder.resolve(base + part)));
    } else {
      files.add(path);
    }
    return path;
  }

  public void writeHandoverList() throws IOException {
    Path file = root.resolve(HANDOVER_LIST);
    Files.writeString(file, list, StandardCharsets.UTF_8);
    files.add(file);
  }

  /** In the order of writing. */
  public List<Path> files() {
    return List.copyOf(files);
  }
}

package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

/** What {@code planpulse doctor} looks at. */
final class Examination {

  private static final String FONT = "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_JAVA = 23;
  private static final double HEAP_GIB = 1.5;
  private static final double DISK_GIB = 5;

  private final Path folder;

  Examination(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(List.of(java(), memory(), disk(), locale(), font()));
    findings.addAll(workspace());
    return findings;
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    String text = Runtime.version() + ", " + System.getProperty("java.home");
    return Finding.of(
        version >= OLDEST_JAVA && version <= NEWEST_JAVA,
        new LocalText("Java", "Java"),
        new LocalText(text, text));
  }

  private static Finding memory() {
    double heap = gib(Runtime.getRuntime().maxMemory());
    int cores = Runtime.getRuntime().availableProcessors();
    return Finding.of(
        heap >= HEAP_GIB,
        new LocalText("内存", "memory"),
        text(
            "堆上限 %.1f GiB，%d 核；大型数据可设 PLANPULSE_JAVA_OPTS=-Xmx8g",
            "heap up to %.1f GiB, %d cores; for large data set PLANPULSE_JAVA_OPTS=-Xmx8g",
            heap,
            cores));
  }

  private Finding disk() {
    try {
      double free = gib(Files.getFileStore(existing(folder)).getUsableSpace());
      return Finding.of(
          free >= DISK_GIB,
          new LocalText("磁盘", "disk"),
          text("可用 %.1f GiB", "%.1f GiB free", free));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask for the free space of " + folder, e);
    }
  }

  /** Chinese file names cannot be opened when the platform's names are not UTF-8. */
  private static Finding locale() {
    String names = System.getProperty("sun.jnu.encoding", "");
    return Finding.of(
        names.equalsIgnoreCase("UTF-8"),
        new LocalText("文件名编码", "file names"),
        new LocalText(names, names));
  }

  private static Finding font() {
    boolean found = Examination.class.getClassLoader().getResource(FONT) != null;
    return Finding.of(
        found,
        new LocalText("中文字体", "Chinese font"),
        found
            ? new LocalText("Noto Sans SC（随程序）", "Noto Sans SC (with the program)")
            : new LocalText("缺少 " + FONT, "lacks " + FONT));
  }

  private List<Finding> workspace() {
    LocalText subject = new LocalText("工作区", "workspace");
    if (!WorkspaceFile.isWorkspace(folder)) {
      return List.of(Finding.of(false, subject, text("%s 不是工作区", "%s is not a workspace", folder)));
    }
    try {
      Project project = Project.open(folder);
      return List.of(
          Finding.of(
              true,
              subject,
              text("%s，规划 %s", "%s, plan %s", folder, project.workspace().settings().plan())),
          tables(project));
    } catch (OperatorError e) {
      return List.of(
          new Finding(
              Finding.State.FAULT,
              subject,
              new LocalText(e.message(Language.ZH), e.message(Language.EN))));
    }
  }

  private static Finding tables(Project project) {
    int tables = project.layout().versions().size();
    return Finding.of(
        tables > 0,
        new LocalText("数据表", "tables"),
        tables > 0
            ? text("%d 张", "%d", tables)
            : text("尚无，请运行 planpulse run", "none yet; run planpulse run"));
  }

  private static Path existing(Path path) {
    return Files.exists(path) ? path : existing(path.getParent());
  }

  private static double gib(long bytes) {
    return bytes / (1024.0 * 1024 * 1024);
  }

  private static LocalText text(String zh, String en, Object... values) {
    return new LocalText(
        String.format(Locale.ROOT, zh, values), String.format(Locale.ROOT, en, values));
  }
}

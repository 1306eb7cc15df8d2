package org.planpulse.jobs.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

/** What a new workspace starts with; the rest of its settings are the template's. */
public record NewWorkspace(
    String city, String plan, String crs, Language language, boolean sampleData) {

  private static final String TEMPLATE = "planpulse.template.yaml";
  private static final String CORRECTIONS = "corrections.template.yaml";
  private static final String HANDLING = "handling.template.yaml";

  /**
   * Makes {@code folder} a workspace: the commented settings file, an empty {@code landing/}, and
   * {@code corrections/} and {@code handling/} with a file each that explains itself.
   *
   * @throws OperatorError when the folder holds files already
   */
  public Workspace create(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    refuseIfOccupied(root);
    String text = text();
    Workspace workspace = new Workspace(root, WorkspaceFile.settings(text));
    try {
      Files.createDirectories(workspace.landing());
      Files.writeString(root.resolve(WorkspaceFile.NAME), text, StandardCharsets.UTF_8);
      write(workspace.corrections(), "corrections.yaml", template(CORRECTIONS));
      write(workspace.handling(), "handling.yaml", template(HANDLING));
    } catch (IOException e) {
      throw new OperatorError(
          "无法在 " + root + " 新建工作区：" + e.getMessage() + "。请检查权限与磁盘。",
          "Cannot create a workspace in "
              + root
              + ": "
              + e.getMessage()
              + ". Check permissions and disk.",
          e);
    }
    return workspace;
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
  }

  /** The settings file. */
  String text() {
    return template(TEMPLATE)
        .replace("{city}", city)
        .replace("{plan}", plan)
        .replace("{crs}", crs)
        .replace("{language}", language.code())
        .replace("{sample_data}", Boolean.toString(sampleData));
  }

  private static void refuseIfOccupied(Path root) {
    if (Files.exists(root) && !isEmptyFolder(root)) {
      throw new OperatorError(
          root + " 已有内容，未作改动。请换一个空文件夹。",
          root + " is not empty; nothing was changed. Choose an empty folder.");
    }
  }

  private static boolean isEmptyFolder(Path root) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root, e);
    }
  }

  private static String template(String name) {
    try (InputStream stream = NewWorkspace.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}

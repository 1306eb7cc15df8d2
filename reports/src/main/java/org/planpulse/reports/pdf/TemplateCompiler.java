package org.planpulse.reports.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/** Run by the build: compiles the templates, so that a fault in one fails the build. */
public final class TemplateCompiler {
  static final String SOURCE = ".jrxml";
  static final String COMPILED = ".jasper";

  private TemplateCompiler() {}

  /**
   * @param folders where the templates lie, and where the compiled ones go
   */
  public static void main(String[] folders) throws IOException, JRException {
    Path to = Files.createDirectories(Path.of(folders[1]));
    for (Path template : templates(Path.of(folders[0]))) {
      String name = template.getFileName().toString().replace(SOURCE, COMPILED);
      JasperCompileManager.compileReportToFile(template.toString(), to.resolve(name).toString());
    }
  }

  private static List<Path> templates(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SOURCE)).sorted().toList();
    }
  }
}

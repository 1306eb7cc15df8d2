package org.planpulse.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/**
 * Templates of the {@code templates} folder as the build compiled them, and those of tables, made
 * from their shapes; each once for all reports.
 */
public final class ReportTemplates {
  private static final String FOLDER = "/planpulse/templates/";

  private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();
  private final Map<TableShape, JasperReport> tables = new ConcurrentHashMap<>();

  /**
   * @param name file name without extension
   */
  public JasperReport get(String name) {
    return loaded.computeIfAbsent(name, ReportTemplates::load);
  }

  JasperReport table(TableShape shape) {
    return tables.computeIfAbsent(shape, ReportTemplates::layOut);
  }

  private static JasperReport load(String name) {
    String file = FOLDER + name + TemplateCompiler.COMPILED;
    try (InputStream in = ReportTemplates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return (JasperReport) JRLoader.loadObject(in);
    } catch (JRException e) {
      throw new IllegalStateException("template " + file + " cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In memory, from a design: no JRXML, and no expression that takes a Java compiler. */
  private static JasperReport layOut(TableShape shape) {
    try {
      return JasperCompileManager.compileReport(new TableDesign(shape).design());
    } catch (JRException e) {
      throw new IllegalStateException("a table has no layout: " + shape, e);
    }
  }
}

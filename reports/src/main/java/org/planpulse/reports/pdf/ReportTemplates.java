package org.planpulse.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;

/**
 * Templates of the {@code templates} folder, each loaded once. They hold references to fields,
 * parameters and wording only, no Java expression, so that loading one takes milliseconds.
 */
public final class ReportTemplates {
  private static final String FOLDER = "/planpulse/templates/";

  private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();

  /**
   * @param name file name without extension
   */
  public JasperReport get(String name) {
    return loaded.computeIfAbsent(name, ReportTemplates::load);
  }

  private static JasperReport load(String name) {
    String file = FOLDER + name + ".jrxml";
    try (InputStream in = ReportTemplates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return JasperCompileManager.compileReport(in);
    } catch (JRException e) {
      throw new IllegalStateException("template " + file + " does not compile", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

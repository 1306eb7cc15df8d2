package org.planpulse.reports.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import org.planpulse.reports.wording.Wording;

/** Fills templates with the wording of one language and the running texts of one report. */
public final class ReportFiller {
  private final ReportTemplates templates;
  private final Map<String, Object> common = new HashMap<>();

  /**
   * @param sampleMark text that stands on each page; empty for none
   */
  public ReportFiller(
      ReportTemplates templates, Wording wording, String reportTitle, String sampleMark) {
    this.templates = templates;
    common.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
    common.put(JRParameter.REPORT_LOCALE, wording.language().locale());
    common.put("REPORT_TITLE", reportTitle);
    common.put("SAMPLE_MARK", sampleMark);
    common.put("HAS_SAMPLE_MARK", !sampleMark.isEmpty());
  }

  public JasperPrint fill(Chapter chapter) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("NUMBER", chapter.number());
    parameters.put("TITLE", chapter.title());
    parameters.put("BOOKMARK", chapter.bookmark());
    parameters.put("SUMMARY", chapter.summary());
    parameters.put("HAS_SUMMARY", !chapter.summary().isEmpty());
    return fill("chapter", parameters, chapter.blocks().stream().map(this::prepare).toList());
  }

  public JasperPrint fill(
      String template, Map<String, Object> parameters, List<? extends Record> rows) {
    try {
      return JasperFillManager.fillReport(
          templates.get(template), withCommon(parameters), source(rows));
    } catch (JRException e) {
      throw new IllegalStateException("template " + template + " cannot be filled", e);
    }
  }

  private PreparedBlock prepare(Block block) {
    return new PreparedBlock(
        templates.get(block.template()), withCommon(block.parameters()), source(block.rows()));
  }

  private Map<String, Object> withCommon(Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(common);
    all.putAll(parameters);
    return all;
  }

  /** A template without rows still prints its one detail band. */
  private static JRDataSource source(List<? extends Record> rows) {
    return rows.isEmpty() ? new JREmptyDataSource() : new RecordRows(rows);
  }

  record PreparedBlock(JasperReport template, Map<String, Object> parameters, JRDataSource rows) {}
}

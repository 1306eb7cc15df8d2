package org.planpulse.reports.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Identity;
import org.planpulse.reports.wording.Wording;

/** Fills templates with the wording of one language and the running texts of one report. */
final class PageFiller {
  private final ReportTemplates templates;
  private final Wording wording;
  private final BlockTemplates blocks;
  private final Map<String, Object> common = new HashMap<>();

  PageFiller(ReportTemplates templates, Wording wording, Document document) {
    Identity identity = document.identity();
    this.templates = templates;
    this.wording = wording;
    this.blocks = new BlockTemplates(templates, document.accountedFor());
    common.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
    common.put(JRParameter.REPORT_LOCALE, wording.language().locale());
    common.put("REPORT_TITLE", identity.title());
    common.put("SAMPLE_MARK", identity.sampleMark());
    common.put("HAS_SAMPLE_MARK", !identity.sampleMark().isEmpty());
  }

  JasperPrint chapter(Chapter chapter) {
    return fill("chapter", chapter);
  }

  /** The whole document: no chapter number, and a smaller title. */
  JasperPrint page(Chapter chapter) {
    return fill("page", chapter);
  }

  private JasperPrint fill(String template, Chapter chapter) {
    Map<String, Object> parameters = heads(chapter.number(), chapter.title(), chapter.bookmark());
    parameters.put("SUMMARY", chapter.lead());
    parameters.put("HAS_SUMMARY", !chapter.lead().isEmpty());
    JasperPrint filled = fill(template, parameters, rows(blocks.of(chapter.blocks())));
    filled.setName(chapter.bookmark());
    return filled;
  }

  JasperPrint contents(List<Contents.Line> lines) {
    String title = wording.text("contents");
    Map<String, Object> parameters = heads("", title, title);
    parameters.put("SUMMARY", "");
    parameters.put("HAS_SUMMARY", false);
    JasperPrint filled = fill("chapter", parameters, rows(List.of(blocks.contents(lines))));
    filled.setName(title);
    return filled;
  }

  private static Map<String, Object> heads(String number, String title, String bookmark) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("NUMBER", number);
    parameters.put("TITLE", title);
    parameters.put("BOOKMARK", bookmark);
    return parameters;
  }

  JasperPrint cover(Cover cover) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("CITY", cover.city());
    parameters.put("KIND", cover.kind());
    parameters.put("NAME", cover.name());
    parameters.put("YEAR", cover.years());
    for (int i = 0; i < cover.facts().size(); i++) {
      parameters.put("LABEL_" + i, cover.facts().get(i).label());
      parameters.put("VALUE_" + i, cover.facts().get(i).value());
    }
    parameters.put("SAMPLE_NOTE", cover.note());
    parameters.put("ART", cover.art() == null ? null : new PageDrawing(cover.art()));
    return fill("cover", parameters, new JREmptyDataSource());
  }

  private JasperPrint fill(String template, Map<String, Object> parameters, JRDataSource rows) {
    try {
      return JasperFillManager.fillReport(templates.get(template), withCommon(parameters), rows);
    } catch (JRException e) {
      throw new IllegalStateException("template " + template + " cannot be filled", e);
    }
  }

  private JRDataSource rows(List<BlockTemplates.Filled> filled) {
    return new JRMapCollectionDataSource(
        filled.stream()
            .map(
                block ->
                    Map.<String, Object>of(
                        "template",
                        block.template(),
                        "parameters",
                        withCommon(block.parameters()),
                        "rows",
                        block.rows()))
            .<Map<String, ?>>map(map -> map)
            .toList());
  }

  private Map<String, Object> withCommon(Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(common);
    all.putAll(parameters);
    return all;
  }
}

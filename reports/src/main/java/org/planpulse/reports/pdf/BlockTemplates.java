package org.planpulse.reports.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.wording.NumberText;

/** Finds the template of each block and what it is filled with. */
final class BlockTemplates {
  private final ReportTemplates templates;
  private final Set<String> accountedFor;

  /**
   * @param accountedFor codes that have an anchor in the document
   */
  BlockTemplates(ReportTemplates templates, Set<String> accountedFor) {
    this.templates = templates;
    this.accountedFor = accountedFor;
  }

  record Filled(JasperReport template, Map<String, Object> parameters, JRDataSource rows) {}

  /** Half-wide figures that follow each other stand side by side. */
  List<Filled> of(List<Block> blocks) {
    List<Filled> filled = new ArrayList<>();
    List<Figure> halves = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Figure figure && figure.size() == Figure.Size.HALF) {
        halves.add(figure);
      } else {
        pairs(halves, filled);
        filled.add(of(block));
      }
    }
    pairs(halves, filled);
    return filled;
  }

  private Filled of(Block block) {
    if (block instanceof Table table) {
      return table(table);
    } else if (block instanceof Figure figure) {
      return figure(figure);
    } else if (block instanceof Statements statements) {
      return statements(statements);
    }
    return lights((LightCounts) block);
  }

  private Filled table(Table table) {
    TableShape shape = TableShape.of(table);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("CAPTION", table.caption().line());
    parameters.put("NOTE", table.note());
    for (int i = 0; i < table.columns().size(); i++) {
      parameters.put(TableDesign.head(i), table.columns().get(i).head());
    }
    return new Filled(
        templates.table(shape),
        parameters,
        rows(new TableRows(table, shape, accountedFor).fields()));
  }

  private Filled figure(Figure figure) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("FIGURE", new PageDrawing(figure.drawing()));
    parameters.put("CAPTION", figure.caption().line());
    parameters.put("SOURCE", figure.source());
    String size = figure.size().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Filled(templates.get("figure-" + size), parameters, new JREmptyDataSource());
  }

  private void pairs(List<Figure> halves, List<Filled> filled) {
    if (halves.isEmpty()) {
      return;
    }
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < halves.size(); i += 2) {
      Map<String, Object> row = new HashMap<>();
      put(row, "left", halves.get(i));
      if (i + 1 < halves.size()) {
        put(row, "right", halves.get(i + 1));
      }
      rows.add(row);
    }
    halves.clear();
    filled.add(new Filled(templates.get("figure-half"), Map.of(), rows(rows)));
  }

  private static void put(Map<String, Object> row, String side, Figure figure) {
    row.put(side, new PageDrawing(figure.drawing()));
    row.put(side + "Caption", figure.caption().line());
    row.put(side + "Source", figure.source());
  }

  /** A single sentence needs no number. */
  private Filled statements(Statements statements) {
    List<String> sentences = statements.sentences();
    List<Map<String, ?>> rows =
        IntStream.range(0, sentences.size())
            .<Map<String, ?>>mapToObj(
                i ->
                    Map.of(
                        "mark",
                        sentences.size() == 1 ? "" : (i + 1) + ".",
                        "sentence",
                        sentences.get(i)))
            .toList();
    return new Filled(
        templates.get("sentences"), Map.of("HEADING", statements.heading()), rows(rows));
  }

  private Filled lights(LightCounts lights) {
    List<Map<String, ?>> rows =
        lights.counts().stream()
            .<Map<String, ?>>map(
                count ->
                    Map.of(
                        "count", NumberText.of(count.count()),
                        "symbol", count.light().symbol(),
                        "light", count.light().word(),
                        "colour", count.light().colour()))
            .toList();
    return new Filled(
        templates.get("lights"), Map.of("CAPTION", lights.caption().line()), rows(rows));
  }

  Filled contents(List<Contents.Line> lines) {
    List<Map<String, ?>> rows =
        lines.stream()
            .<Map<String, ?>>map(
                line ->
                    Map.of(
                        "number", line.number(),
                        "label", line.label(),
                        "anchor", line.anchor(),
                        "page", line.page()))
            .toList();
    return new Filled(templates.get("contents"), Map.of(), rows(rows));
  }

  private static JRDataSource rows(List<Map<String, ?>> rows) {
    return new JRMapCollectionDataSource((Collection<Map<String, ?>>) rows);
  }
}

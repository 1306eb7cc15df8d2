package org.planpulse.reports.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignImage;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignReportTemplate;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import net.sf.jasperreports.renderers.Renderable;

/**
 * Lays out a table of any columns in the styles of {@code styles.jrtx}: thin rules only, heads
 * repeated on each page, a row never split between pages, and rows that stay together moved
 * together. Measures are points.
 */
final class TableDesign {
  private static final int WIDTH = 491;
  private static final int LINE = 15;
  private static final int HEAD_HEIGHT = 16;
  private static final int MARK_WIDTH = 14;

  /** Tables with more columns are set in small type. */
  private static final int MOST_COLUMNS = 11;

  private static final String STYLE = "net.sf.jasperreports.style.";

  private final TableShape shape;
  private final boolean tight;
  private final int[] left;
  private final JasperDesign design = new JasperDesign();

  TableDesign(TableShape shape) {
    this.shape = shape;
    this.tight = shape.columns() > MOST_COLUMNS;
    this.left = edges(shape.widths());
  }

  static String field(int column) {
    return "cell" + column;
  }

  /** Parameter of a column's head. */
  static String head(int column) {
    return "HEAD" + column;
  }

  /** Left edges of the columns, and the right edge of the last: shares scaled to the page. */
  private static int[] edges(List<Integer> widths) {
    int sum = widths.stream().mapToInt(Integer::intValue).sum();
    int[] edges = new int[widths.size() + 1];
    int before = 0;
    for (int i = 0; i < widths.size(); i++) {
      before += widths.get(i);
      edges[i + 1] = Math.round((float) before * WIDTH / sum);
    }
    return edges;
  }

  JasperDesign design() throws JRException {
    design.setName("table");
    design.setPageWidth(WIDTH);
    design.setPageHeight(842);
    design.setColumnWidth(WIDTH);
    design.setLeftMargin(0);
    design.setRightMargin(0);
    design.setTopMargin(0);
    design.setBottomMargin(0);
    design.setWhenNoDataType(WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL);
    design.addTemplate(
        new JRDesignReportTemplate(new JRDesignExpression("\"planpulse/templates/styles.jrtx\"")));
    parameter("CAPTION");
    parameter("NOTE");
    for (int i = 0; i < shape.columns(); i++) {
      parameter(head(i));
    }
    fields();
    caption();
    heads();
    together();
    JRDesignSection detail = (JRDesignSection) design.getDetailSection();
    if (shape.sectioned()) {
      detail.addBand(section(TableRows.OPENING));
    }
    detail.addBand(row());
    return design;
  }

  private void parameter(String name) throws JRException {
    JRDesignParameter parameter = new JRDesignParameter();
    parameter.setName(name);
    parameter.setValueClass(String.class);
    design.addParameter(parameter);
  }

  private void fields() throws JRException {
    field(TableRows.TOGETHER, String.class);
    field(TableRows.LAST, Boolean.class);
    if (shape.sectioned()) {
      field(TableRows.OPENING, String.class);
      field(TableRows.OPENS, Boolean.class);
      field(TableRows.RUNNING, String.class);
      field(TableRows.RUNS, Boolean.class);
    }
    field("note", String.class);
    if (shape.accounts()) {
      field("anchor", String.class);
    }
    for (int i = 0; i < shape.columns(); i++) {
      if (shape.isPicture(i)) {
        field(field(i), Renderable.class);
      } else {
        for (String ending : List.of("", "_colour", "_shade", "_mode", "_bold", "_word")) {
          field(field(i) + ending, String.class);
        }
        if (shape.hasLinks(i)) {
          field(field(i) + "_link", String.class);
        }
      }
    }
  }

  private void field(String name, Class<?> type) throws JRException {
    JRDesignField field = new JRDesignField();
    field.setName(name);
    field.setValueClass(type);
    design.addField(field);
  }

  private static JRDesignBand band(int height) {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(height);
    band.setSplitType(SplitTypeEnum.PREVENT);
    return band;
  }

  /** Moves on with the first rows when they do not all fit below it. */
  private void caption() throws JRException {
    JRDesignBand band = band(26);
    JRDesignTextField caption = text("$P{CAPTION}", "Caption", 0, 8, WIDTH, 14);
    caption.setBookmarkLevel(2);
    caption.setAnchorNameExpression(new JRDesignExpression("$P{CAPTION}"));
    band.addElement(caption);
    group("captioned", "\"captioned\"", band).setMinDetailsToStartFromTop(shape.rowsToStart());
  }

  private JRDesignBand note() {
    JRDesignBand band = band(22);
    JRDesignTextField note = text("$P{NOTE}", "Note", 0, 4, WIDTH, 12);
    note.setRemoveLineWhenBlank(true);
    note.setBlankWhenNull(true);
    band.addElement(note);
    return band;
  }

  private void heads() throws JRException {
    JRDesignBand band = band(HEAD_HEIGHT);
    for (int i = 0; i < shape.columns(); i++) {
      JRDesignTextField head =
          text("$P{" + head(i) + "}", headStyle(i), left[i], 0, left[i + 1] - left[i], HEAD_HEIGHT);
      head.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
      band.addElement(head);
    }
    JRDesignGroup group = group("table", "\"table\"", band);
    group.setReprintHeaderOnEachPage(true);
    if (shape.sectioned()) {
      ((JRDesignSection) group.getGroupHeaderSection()).addBand(section(TableRows.RUNNING));
    }
  }

  /** The note stays with the last rows: alone on a page it explains nothing. */
  private void together() throws JRException {
    JRDesignGroup group = group("together", "$F{" + TableRows.TOGETHER + "}", band(0));
    group.setKeepTogether(true);
    JRDesignBand note = note();
    note.setPrintWhenExpression(new JRDesignExpression("$F{" + TableRows.LAST + "}"));
    ((JRDesignSection) group.getGroupFooterSection()).addBand(note);
  }

  /** Above the first row of a section, and again at the head of a page that goes on with it. */
  private JRDesignBand section(String field) {
    boolean opening = field.equals(TableRows.OPENING);
    JRDesignBand band = band(17);
    band.setPrintWhenExpression(
        new JRDesignExpression("$F{" + (opening ? TableRows.OPENS : TableRows.RUNS) + "}"));
    JRDesignTextField section = text("$F{" + field + "}", "CellGroup", 0, 0, WIDTH, 17);
    if (opening && shape.accounts()) {
      section.setAnchorNameExpression(new JRDesignExpression("$F{anchor}"));
    }
    band.addElement(section);
    return band;
  }

  private JRDesignGroup group(String name, String expression, JRDesignBand head)
      throws JRException {
    JRDesignGroup group = new JRDesignGroup();
    group.setName(name);
    group.setExpression(new JRDesignExpression(expression));
    ((JRDesignSection) group.getGroupHeaderSection()).addBand(head);
    design.addGroup(group);
    return group;
  }

  private JRDesignBand row() {
    JRDesignBand band = band(shape.noted() ? 2 * LINE : LINE);
    for (int i = 0; i < shape.columns(); i++) {
      cells(i).forEach(band::addElement);
    }
    if (shape.noted()) {
      int indent = Math.min(left[1], 60);
      JRDesignTextField note = text("$F{note}", "Note", indent, LINE, WIDTH - indent, 14);
      note.setPositionType(PositionTypeEnum.FLOAT);
      band.addElement(note);
      JRDesignLine rule = new JRDesignLine();
      place(rule, null, 0, 2 * LINE - 1, WIDTH, 1);
      rule.setPositionType(PositionTypeEnum.FLOAT);
      rule.getLinePen().setLineWidth(0.25f);
      rule.getLinePen().setLineColor(new Color(0xC9D2D6));
      band.addElement(rule);
    }
    return band;
  }

  private List<JRDesignElement> cells(int i) {
    int width = left[i + 1] - left[i];
    List<JRDesignElement> elements = new ArrayList<>();
    if (shape.isPicture(i)) {
      JRDesignImage image = new JRDesignImage(design);
      image.setExpression(new JRDesignExpression("$F{" + field(i) + "}"));
      image.setScaleImage(ScaleImageEnum.FILL_FRAME);
      place(image, shape.noted() ? "CellOpen" : "Cell", left[i], 0, width, LINE);
      if (!shape.noted()) {
        image.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
      }
      elements.add(image);
    } else if (shape.isMarks(i)) {
      elements.add(cell(i, left[i], MARK_WIDTH + padding(i)));
      JRDesignTextField word =
          text(
              "$F{" + field(i) + "_word}",
              shape.noted() ? "CellOpen" : "Cell",
              left[i] + MARK_WIDTH + padding(i),
              0,
              width - MARK_WIDTH - padding(i),
              LINE);
      word.setBlankWhenNull(true);
      stretch(word);
      elements.add(word);
    } else {
      elements.add(cell(i, left[i], width));
    }
    return elements;
  }

  private JRDesignTextField cell(int i, int x, int width) {
    String name = field(i);
    JRDesignTextField cell = text("$F{" + name + "}", cellStyle(i), x, 0, width, LINE);
    property(cell, "forecolor", name + "_colour");
    property(cell, "backcolor", name + "_shade");
    property(cell, "mode", name + "_mode");
    property(cell, "isBold", name + "_bold");
    stretch(cell);
    if (shape.hasLinks(i)) {
      cell.setHyperlinkType(HyperlinkTypeEnum.LOCAL_ANCHOR);
      cell.setHyperlinkAnchorExpression(new JRDesignExpression("$F{" + name + "_link}"));
    }
    return cell;
  }

  private void stretch(JRDesignTextField cell) {
    if (!shape.noted()) {
      cell.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
    }
  }

  private static void property(JRDesignTextField cell, String style, String field) {
    JRDesignPropertyExpression property = new JRDesignPropertyExpression();
    property.setName(STYLE + style);
    property.setValueExpression(new JRDesignExpression("$F{" + field + "}"));
    cell.addPropertyExpression(property);
  }

  private static JRDesignTextField text(
      String expression, String style, int x, int y, int width, int height) {
    JRDesignTextField text = new JRDesignTextField();
    text.setExpression(new JRDesignExpression(expression));
    text.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
    place(text, style, x, y, width, height);
    return text;
  }

  private static void place(
      JRDesignElement element, String style, int x, int y, int width, int height) {
    element.setX(x);
    element.setY(y);
    element.setWidth(width);
    element.setHeight(height);
    if (style != null) {
      element.setStyleNameReference(style);
    }
  }

  private String headStyle(int column) {
    if (tight) {
      return shape.isNumber(column) ? "MatrixHead" : "MatrixHeadText";
    }
    return "Head" + (shape.isNumber(column) ? "Number" : padding(column) > 0 ? "After" : "");
  }

  private String cellStyle(int column) {
    if (tight) {
      return shape.isNumber(column) ? "MatrixCell" : "MatrixRow";
    }
    String open = shape.noted() ? "CellOpen" : "Cell";
    return open + (shape.isNumber(column) ? "Number" : padding(column) > 0 ? "After" : "");
  }

  /** A text after a number keeps its distance: the number ends where the text begins. */
  private int padding(int column) {
    return column > 0 && !shape.isNumber(column) && shape.isNumber(column - 1) ? 6 : 0;
  }
}

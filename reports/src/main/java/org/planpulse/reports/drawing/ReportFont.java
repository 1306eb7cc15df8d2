package org.planpulse.reports.drawing;

import java.awt.Font;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** The report's font for charts and maps; the same files the templates embed. */
public final class ReportFont {
  static final String FAMILY = "Noto Sans SC";

  private ReportFont() {}

  public static Font regular(float size) {
    return font(Font.PLAIN, size);
  }

  public static Font bold(float size) {
    return font(Font.BOLD, size);
  }

  private static Font font(int style, float size) {
    return FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
        .getAwtFontFromBundles(true, FAMILY, style, size, Locale.ROOT, false);
  }
}

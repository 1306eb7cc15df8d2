package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.util.List;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.Format;
import org.planpulse.reports.ReportWriter;
import org.planpulse.reports.Subject;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.pdf.MissingGlyphException;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.report.ReportType;

/** Writes reports about a city of any declared type from the warehouse, without Spark. */
public final class Reports {

  private final RunContext run;

  public Reports(RunContext run) {
    this.run = run;
  }

  /**
   * Writes {@code reports/<type>-<year>.<format>}, in English {@code <type>-<year>.en.<format>}; of
   * warnings a file each, {@code warning-<year>-<target>.<format>}.
   *
   * @return the files, none where there is no warning
   */
  public List<Path> write(ReportType type, Format format, Language language) {
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(run.workspace().warehouse()))) {
      GoldReader gold = new WarehouseReader(session);
      int year = new ReportYear(run, gold).get().orElseThrow(Reports::nothingToReport);
      Checkup checkup =
          new CheckupAssembly(run.schemas(), run.plan(), gold)
              .of(year, language, run.workspace().settings().sampleData());
      ReportWriter writer = new ReportWriter(run.schemas().sentences());
      return switch (type.about()) {
        case CITY ->
            List.of(
                writer.write(
                    type, Subject.city(checkup), format, file(type, year, "", language, format)));
        case WARNING ->
            checkup.warnings().stream()
                .map(
                    warning ->
                        writer.write(
                            type,
                            Subject.warning(checkup, warning),
                            format,
                            file(type, year, "-" + warning.id(), language, format)))
                .toList();
        case DEPARTMENT -> throw written(type);
      };
    } catch (UnwritableReportException e) {
      throw new OperatorError(
          "报告没有写出：" + e.reason().zh(), "The report was not written: " + e.reason().en(), e);
    } catch (MissingGlyphException e) {
      String character = new String(Character.toChars(e.codePoint()));
      throw new OperatorError(
          "报告没有写出：字体没有“" + character + "”字，见“" + e.text() + "”。请在资料中更换此字。",
          "The report was not written: the font has no character "
              + character
              + ", in: "
              + e.text()
              + ". Replace it in the data.",
          e);
    }
  }

  /** Where {@link #write} puts the report of a city. */
  Path file(ReportType type, int year, Language language, Format format) {
    return file(type, year, "", language, format);
  }

  private Path file(ReportType type, int year, String ending, Language language, Format format) {
    String suffix = language == Language.ZH ? "" : "." + language.code();
    return run.workspace()
        .reports()
        .resolve(type.id() + "-" + year + ending + suffix + "." + format);
  }

  private static OperatorError nothingToReport() {
    return new OperatorError(
        "没有可出报告的年份：尚未装入任何年度的地类图斑，请先放入资料并执行 planpulse run。",
        "There is no year to report on: no land parcels have been loaded; put the files into"
            + " landing/ and run planpulse run first.");
  }

  private static OperatorError written(ReportType type) {
    return new OperatorError(
        "“" + type.name().zh() + "”按部门发出，请执行 planpulse returns。",
        "The " + type.name().en() + " goes to departments: run planpulse returns.");
  }
}

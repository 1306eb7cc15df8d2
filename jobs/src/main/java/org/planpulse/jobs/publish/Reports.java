package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.jobs.query.Known;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.Format;
import org.planpulse.reports.ReportWriter;
import org.planpulse.reports.Subject;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Warning;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.report.ReportType;

/** Writes reports about a city of any declared type from the warehouse, without Spark. */
public final class Reports {

  private final RunContext run;

  public Reports(RunContext run) {
    this.run = run;
  }

  /**
   * Writes {@code reports/<type>-<year>.<format>}, in English {@code <type>-<year>.en.<format>}, as
   * known on a day {@code <type>-<year>-as-of-<day>.<format>}, with errata since a day of one's own
   * {@code <type>-<year>-since-<day>.<format>}; of warnings a file each, {@code
   * warning-<year>-<target>.<format>}, and of units {@code unit-<year>-<code>.<format>}. The
   * context's tables are those known on that day.
   *
   * @return no file where there is no warning or unit
   */
  public Written write(ReportType type, Format format, Edition edition) {
    try (QuerySession session = session()) {
      GoldReader gold = new WarehouseReader(session);
      int year = new ReportYear(run, gold).withFigures().orElseThrow(Reports::nothingToReport);
      Checkup checkup =
          new CheckupAssembly(
                  run.schemas(),
                  run.plan(),
                  gold,
                  new TraceAnnex(run.schemas(), run.plan(), session))
              .of(
                  year,
                  edition.language(),
                  run.workspace().settings().sampleData(),
                  edition.errataDay().or(() -> editionBefore(gold, year, Known.NOW)));
      ReportWriter writer = new ReportWriter(run.schemas().sentences());
      return switch (type.about()) {
        case CITY ->
            Written.each(
                    Stream.of(checkup),
                    Checkup::cityName,
                    city ->
                        writer.write(
                            type,
                            Subject.city(city),
                            format,
                            file(type, year, "", edition, format)))
                .orFail();
        case WARNING ->
            Written.each(
                checkup.warnings().stream(),
                Warning::object,
                warning ->
                    writer.write(
                        type,
                        Subject.warning(checkup, warning),
                        format,
                        file(type, year, "-" + warning.id(), edition, format)));
        case UNIT -> {
          UnitList units = new UnitList(run.plan().city().code(), year, gold);
          UnitLeaflet leaflet = leaflet(year, edition.language());
          yield Written.each(
              units.entries().stream(),
              unit -> unit.name() + " " + unit.code(),
              unit ->
                  writer.write(
                      type,
                      Subject.unit(
                          checkup, leaflet.compose(unit, units.figures(unit), units.land(unit))),
                      format,
                      file(type, year, "-" + unit.code(), edition, format)));
        }
        case DEPARTMENT -> throw written(type);
      };
    }
  }

  private UnitLeaflet leaflet(int year, Language language) {
    Sentences sentences = new Sentences(run.schemas().sentences(), language);
    return new UnitLeaflet(run.schemas(), run.plan(), year, sentences);
  }

  /** The year the reports would be about; empty when there is none. */
  public Optional<Integer> year() {
    try (QuerySession session = session()) {
      return new ReportYear(run, new WarehouseReader(session)).get();
    }
  }

  /** The day of the annual report before the one of a day, if its figures were others. */
  public Optional<LocalDate> editionBefore(LocalDate day) {
    try (QuerySession session = session()) {
      GoldReader gold = new WarehouseReader(session);
      return new ReportYear(run, gold)
          .get()
          .flatMap(year -> editionBefore(gold, year, Known.on(day)));
    }
  }

  private Optional<LocalDate> editionBefore(GoldReader gold, int year, String known) {
    Path annual =
        file(
            run.schemas().reportTypes().get(AnnualReportJob.TYPE),
            year,
            run.workspace().settings().language(),
            Format.PDF);
    return new Editions(run, gold).before(run.workspace().noted(annual), year, known);
  }

  private QuerySession session() {
    return QuerySession.open(new WarehouseLayout(run.workspace().warehouse()));
  }

  /** Where {@link #write} puts the present report of a city. */
  Path file(ReportType type, int year, Language language, Format format) {
    return file(type, year, "", Edition.present(language), format);
  }

  private Path file(ReportType type, int year, String ending, Edition edition, Format format) {
    Language language = edition.language();
    String suffix = language == Language.ZH ? "" : "." + language.code();
    return run.workspace()
        .reports()
        .resolve(type.id() + "-" + year + edition.suffix() + ending + suffix + "." + format);
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

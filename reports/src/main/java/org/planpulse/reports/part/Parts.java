package org.planpulse.reports.part;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.document.Block;
import org.planpulse.schemas.LocalText;

/** The parts a report may be declared of, by name. */
public final class Parts {
  private static final Map<String, Part> BY_NAME =
      Map.ofEntries(
          entry("lights", VerdictParts::lights),
          entry("targets", VerdictParts::targets),
          entry("target-bullets", VerdictParts::bullets),
          entry("key-messages", VerdictParts::keyMessages),
          entry("findings", VerdictParts::findings),
          entry("measures", VerdictParts::measures),
          entry("indicator-overview", IndicatorParts::overview),
          entry("indicator-details", IndicatorParts::details),
          entry("indicator-charts", IndicatorCharts::write),
          entry("indicator-series", IndicatorParts::series),
          entry("indicator-stage", IndicatorParts::stage),
          entry("light-matrix", IndicatorParts::lightMatrix),
          entry("control-zones", ControlLineParts::zones),
          entry("violations", ControlLineParts::violations),
          entry("exposures", ControlLineParts::exposures),
          entry("maps", MapParts::wide),
          entry("small-map", MapParts::small),
          entry("land-stock", LandTables::stock),
          entry("land-charts", LandParts::charts),
          entry("land-matrix", LandTables::matrix),
          entry("land-flow", LandParts::flow),
          entry("land-causes", LandTables::causes),
          entry("land-units", LandParts::units),
          entry("land-proof", LandParts::proof),
          entry("unit-indicators", UnitParts::indicators),
          entry("unit-missing", UnitParts::missing),
          entry("warnings", WarningParts::all),
          entry("warning-facts", WarningParts::facts),
          entry("warning-chart", WarningParts::chart),
          entry("warning-measure", WarningParts::measure),
          entry("errata", ErrataParts::all),
          entry("trace", TraceParts::all),
          entry("departments", SourceParts::departments),
          entry("deliveries", SourceParts::deliveries),
          entry("issues", SourceParts::issues),
          entry("sample-note", SourceParts::sampleNote),
          entry("choices", SourceParts::choices),
          entry("citations", SourceParts::citations),
          entry("not-evaluated", SourceParts::notEvaluated),
          entry("return-kinds", ReturnParts::kinds),
          entry("return-steps", ReturnParts::steps));

  private Parts() {}

  /**
   * Writes the part the scope asks for.
   *
   * @throws UnwritableReportException when there is no such part, or it lacks its data
   */
  public static List<Block> write(Scope scope) {
    String name = scope.asked().part();
    Part part = BY_NAME.get(name);
    if (part == null) {
      String known = String.join(" ", names());
      throw new UnwritableReportException(
          new LocalText(
              "报告没有“" + name + "”这一部分，可用的有：" + known + "。",
              "There is no part \"" + name + "\" of reports; there are: " + known + "."));
    }
    return part.write(scope);
  }

  public static TreeSet<String> names() {
    return new TreeSet<>(BY_NAME.keySet());
  }
}

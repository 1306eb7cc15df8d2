package org.planpulse.jobs.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.indicator.Indicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the indicator catalogue with the plan's targets. */
@Command(name = "indicators")
final class IndicatorsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  IndicatorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    format.print(
        console,
        Listing.of(
            List.of("code", "name", "dimension", "unit", "attribute", "target"),
            project.schemas().indicators().stream()
                .map(indicator -> row(project, indicator))
                .toList()));
    return ExitCode.DONE;
  }

  private List<Object> row(Project project, Indicator indicator) {
    Language language = console.language();
    String target =
        project
            .plan()
            .targetOf(indicator.code())
            .flatMap(
                found -> project.plan().valueOf(found).map(value -> value + " " + found.unit()))
            .orElse(null);
    return Arrays.asList(
        indicator.code(),
        indicator.name().in(language),
        project.schemas().dimensions().get(indicator.dimension()).name().in(language),
        indicator.unit(),
        indicator.attribute(),
        target);
  }
}

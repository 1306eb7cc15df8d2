package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what departments owe. */
@Command(name = "contracts")
final class ContractsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  ContractsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Schemas schemas = Project.open(common.workspace()).schemas();
    format.print(
        console,
        Listing.of(
            List.of("id", "name", "department", "form", "period", "target"),
            schemas.contracts().stream().map(contract -> row(schemas, contract)).toList()));
    return ExitCode.DONE;
  }

  private List<Object> row(Schemas schemas, Contract contract) {
    Language language = console.language();
    return List.of(
        contract.id(),
        language == Language.ZH ? contract.name() : contract.nameEn(),
        schemas.departments().get(contract.department()).name().in(language),
        contract.form().name().toLowerCase(Locale.ROOT),
        contract.period(),
        contract.target());
  }
}

package org.planpulse.jobs.cli;

import java.util.List;
import picocli.CommandLine;

/** Every command of the program, in the order of the help text. */
final class Commands {

  private Commands() {}

  static List<Object> in(Console console) {
    return List.of(
        new InitCommand(console),
        new DemoCommand(console),
        new CheckCommand(console),
        new RunCommand(console),
        new ReportCommand(console),
        new IssueCommand(console),
        new VerifyCommand(console),
        new SendCommand(console),
        new ScheduleCommand(console),
        new TablesCommand(console),
        new SqlCommand(console),
        new ExportCommand(console),
        new ExplainCommand(console),
        new WhyCommand(console),
        new HistoryCommand(console),
        new DiffCommand(console),
        new ContractsCommand(console),
        new CommandLine(new ContractCommand(console))
            .addSubcommand(new NewContractCommand(console)),
        new IndicatorsCommand(console),
        new DeliveriesCommand(console),
        new ReturnsCommand(console),
        new CommandLine(new BenchCommand(console))
            .addSubcommand(new BenchSpatialCommand(console))
            .addSubcommand(new BenchUpdateCommand(console))
            .addSubcommand(new BenchIndicatorsCommand(console))
            .addSubcommand(new BenchQueryCommand(console))
            .addSubcommand(new BenchReportCommand(console))
            .addSubcommand(new BenchOverlayCommand()),
        new DoctorCommand(console));
  }
}

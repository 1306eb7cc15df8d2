package org.planpulse.jobs.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Every command of the program, in the order of the help text. */
final class Commands {

  /** A command and its subcommands, as objects that picocli has not looked at yet. */
  private record Entry(Object command, List<Object> subcommands) {

    String name() {
      return command.getClass().getAnnotation(Command.class).name();
    }

    CommandLine line() {
      CommandLine line = new CommandLine(command);
      subcommands.forEach(line::addSubcommand);
      return line;
    }
  }

  private Commands() {}

  /**
   * Those that a command line needs: the one that its first word names, else all. To look at one
   * takes picocli some 15 ms of a new process.
   */
  static List<CommandLine> in(Console console, List<String> arguments) {
    List<Entry> all = all(console);
    List<Entry> named = all.stream().filter(entry -> arguments.indexOf(entry.name()) == 0).toList();
    return (named.isEmpty() ? all : named).stream().map(Entry::line).toList();
  }

  private static List<Entry> all(Console console) {
    return List.of(
        alone(new InitCommand(console)),
        alone(new DemoCommand(console)),
        alone(new CheckCommand(console)),
        alone(new RunCommand(console)),
        alone(new ReportCommand(console)),
        alone(new IssueCommand(console)),
        alone(new VerifyCommand(console)),
        alone(new SendCommand(console)),
        alone(new ScheduleCommand(console)),
        alone(new TablesCommand(console)),
        alone(new SqlCommand(console)),
        alone(new ExportCommand(console)),
        alone(new ExplainCommand(console)),
        alone(new WhyCommand(console)),
        alone(new HistoryCommand(console)),
        alone(new DiffCommand(console)),
        alone(new ContractsCommand(console)),
        new Entry(new ContractCommand(console), List.of(new NewContractCommand(console))),
        alone(new IndicatorsCommand(console)),
        alone(new DeliveriesCommand(console)),
        alone(new ReturnsCommand(console)),
        new Entry(
            new BenchCommand(console),
            List.of(
                new BenchSpatialCommand(console),
                new BenchUpdateCommand(console),
                new BenchIndicatorsCommand(console),
                new BenchQueryCommand(console),
                new BenchReportCommand(console),
                new BenchOverlayCommand())),
        alone(new DoctorCommand(console)));
  }

  private static Entry alone(Object command) {
    return new Entry(command, List.of());
  }
}

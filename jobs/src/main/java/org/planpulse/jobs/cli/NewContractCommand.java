package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.draft.ContractDrafter;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.contract.Form;
import org.planpulse.schemas.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drafts a contract from a file that no contract knows yet. */
@Command(name = "new")
final class NewContractCommand implements Callable<Integer> {

  private static final String UNITS = "silver.admin_unit";

  private final Console console;

  @Mixin private CommonOptions common;

  @Option(names = "--from", paramLabel = "FILE", required = true, descriptionKey = "from")
  private Path from;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
  private Path out;

  @Option(names = "--form", paramLabel = "statistical_table|record_table", descriptionKey = "form")
  private Form form;

  NewContractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (out != null && Files.exists(out)) {
      throw new OperatorError(
          out + " 已存在，未作改动。请用 --out 另指文件名，或先移走它。",
          out + " exists and was left as it is. Name another file with --out, or move it away.");
    }
    Project project = Project.open(common.workspace());
    String draft =
        new ContractDrafter(
                project.schemas(), regions(project), project.workspace().settings().crs())
            .draft(from, Optional.ofNullable(form), console.language());
    if (out == null) {
      console.print(draft.stripTrailing());
      return ExitCode.DONE;
    }
    write(draft);
    console.tell(
        "已草拟 %s。请核对注释所提各处，再运行 planpulse check。",
        "Drafted %s. Look at what its remarks point out, then run planpulse check.", out);
    return ExitCode.DONE;
  }

  private void write(String draft) {
    try {
      Path folder = out.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(out, draft);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  /** Names that tables print for places: the city's, and those of the units delivered so far. */
  private static List<String> regions(Project project) {
    Plan.City city = project.plan().city();
    List<String> names = new ArrayList<>(city.aliases());
    names.add(city.name().zh());
    names.add(city.name().en());
    if (project.layout().version(UNITS).isPresent()) {
      try (QuerySession session = project.query(UNITS)) {
        session
            .query("SELECT DISTINCT name FROM " + UNITS + " WHERE name IS NOT NULL ORDER BY 1")
            .rows()
            .forEach(row -> names.add((String) row.get(0)));
      }
    }
    return names;
  }
}

package org.planpulse.jobs.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planpulse.jobs.bench.QueryBench;
import org.planpulse.jobs.bench.QueryBench.Outcome;
import org.planpulse.jobs.bench.QueryBench.Question;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the questions that start no Spark, from a cold start and inside one process. */
@Command(name = "query")
final class BenchQueryCommand implements Callable<Integer> {

  private static final String SERIES =
      "SELECT year, value FROM gold.indicator_value WHERE indicator_code = '%s'"
          + " AND region_code = '%s' AND known_to IS NULL ORDER BY year";

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--times", paramLabel = "N", descriptionKey = "times", defaultValue = "7")
  private int times;

  /** A figure that is asked about. */
  private record Subject(String code, String region, int year) {}

  BenchQueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Count.requirePositive(spec, console, "--times", List.of(times));
    Path workspace = common.workspace().toAbsolutePath();
    Path log = Files.createTempFile("bench-query", ".log");
    List<Question> questions = questions(workspace);
    List<Outcome> outcomes = new QueryBench(program(), log, times).run(questions);
    console.print(
        console.word("问题        新进程（秒）  进程内（毫秒）", "question  new process (s)  inside one (ms)"));
    for (int i = 0; i < questions.size(); i++) {
      console.print(
          String.format(
              Locale.ROOT,
              "%-10s %14.2f %16.0f",
              questions.get(i).name(),
              outcomes.get(i).coldSeconds(),
              1e3 * outcomes.get(i).warmSeconds()));
    }
    Files.delete(log);
    return ExitCode.DONE;
  }

  private List<Question> questions(Path workspace) {
    Subject subject = subject();
    String year = String.valueOf(subject.year());
    return List.of(
        question(workspace, "history", subject.code(), "--region", subject.region()),
        question(
            workspace, "explain", subject.code(), "--year", year, "--region", subject.region()),
        question(workspace, "why", subject.code(), "--year", year, "--region", subject.region()),
        question(workspace, "sql", SERIES.formatted(subject.code(), subject.region())));
  }

  /** The latest figure that is judged against the plan and can be compared with the year before. */
  private Subject subject() {
    try (QuerySession session = Project.open(common.workspace()).query(Figures.TABLES)) {
      return session
          .query(
              """
              SELECT indicator_code, region_code, now.year
              FROM gold.indicator_value now JOIN gold.indicator_value before
              USING (indicator_code, region_code)
              WHERE now.known_to IS NULL AND before.known_to IS NULL
                AND before.year = now.year - 1 AND before.value <> now.value
                AND now.target_value IS NOT NULL
              ORDER BY now.year DESC, indicator_code LIMIT 1
              """)
          .rows()
          .stream()
          .map(row -> new Subject((String) row.get(0), (String) row.get(1), (Integer) row.get(2)))
          .findFirst()
          .orElseThrow(
              () ->
                  new OperatorError(
                      "工作区中没有可询问的指标值。请先运行 planpulse run。",
                      "The workspace has no figure to ask about. Run planpulse run first."));
    }
  }

  private Question question(Path workspace, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--workspace", workspace.toString()));
    return new Question(arguments, () -> answer(arguments));
  }

  /** As a whole command, but for the start of the process. */
  private void answer(List<String> arguments) {
    Console silent =
        new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            console.language(),
            console.width());
    int exit = PlanPulse.execute(silent, arguments);
    if (exit != ExitCode.DONE) {
      throw new IllegalStateException(arguments + " ends with " + exit);
    }
  }

  /** The launcher, which lies beside the folder of the jar's module. */
  private static List<String> program() {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    return List.of(jar.resolve("../../../planpulse").normalize().toString());
  }
}

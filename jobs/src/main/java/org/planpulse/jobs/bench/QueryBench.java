package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long questions take that start no Spark: each as a command of its own, from the start of the
 * process to its end, and inside one process, over and over.
 */
public final class QueryBench {

  private final List<String> program;
  private final Path log;
  private final int times;

  /**
   * A question as it is typed, and the same asked inside this process.
   *
   * @param arguments of the program
   */
  public record Question(List<String> arguments, Runnable inside) {

    public String name() {
      return arguments.get(0);
    }
  }

  /**
   * Medians.
   *
   * @param coldSeconds of a process
   * @param warmSeconds inside a process that has answered all the questions before
   */
  public record Outcome(double coldSeconds, double warmSeconds) {}

  /**
   * @param program command that starts the program
   * @param log receives what the processes print
   * @param times each question is asked in both ways
   */
  public QueryBench(List<String> program, Path log, int times) {
    this.program = List.copyOf(program);
    this.log = log;
    this.times = times;
  }

  /** One outcome a question, in their order. The processes run one after the other. */
  public List<Outcome> run(List<Question> questions) throws IOException, InterruptedException {
    List<Double> cold = new ArrayList<>();
    for (Question question : questions) {
      cold.add(Median.of(cold(question)));
    }
    questions.forEach(question -> question.inside().run());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      outcomes.add(new Outcome(cold.get(i), Median.of(warm(questions.get(i)))));
    }
    return outcomes;
  }

  private double[] cold(Question question) throws IOException, InterruptedException {
    List<String> command = Stream.concat(program.stream(), question.arguments().stream()).toList();
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      MeasuredProcess process = MeasuredProcess.run(log, command);
      if (!process.succeeded()) {
        throw new IllegalStateException(command + " failed; see " + log);
      }
      seconds[i] = process.seconds();
    }
    return seconds;
  }

  private double[] warm(Question question) {
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      question.inside().run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    return seconds;
  }
}

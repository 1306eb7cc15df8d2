package org.planpulse.jobs.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How many of something a command line asks for. */
final class Count {

  private Count() {}

  /**
   * @throws ParameterException naming the option, when a count is none or below
   */
  static void requirePositive(
      CommandSpec command, Console console, String option, List<Integer> counts) {
    if (counts.stream().anyMatch(count -> count < 1)) {
      throw new ParameterException(
          command.commandLine(),
          console.word(option + " 须为 1 或更大的整数。", option + " must be a whole number from 1 up."));
    }
  }
}

package org.planpulse.jobs.cli;

import java.util.List;

/** Every command of the program, in the order of the help text. */
final class Commands {

  private Commands() {}

  static List<Object> in(Console console) {
    return List.of(new InitCommand(console));
  }
}

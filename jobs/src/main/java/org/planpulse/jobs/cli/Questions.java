package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;

/**
 * A workspace and a session for questions about its tables. They are opened at the same time, for
 * in a new process each takes longer than most answers do.
 */
record Questions(Project project, QuerySession session) implements AutoCloseable {

  /**
   * @throws OperatorError when a file of the workspace is wrong, or a table was not written yet
   */
  static Questions open(Path folder, String... tables) {
    CompletableFuture<Project> project = CompletableFuture.supplyAsync(() -> Project.open(folder));
    QuerySession session = Project.query(Project.tablesOf(folder), tables);
    try {
      session.look(tables);
      return new Questions(project.join(), session);
    } catch (CompletionException e) {
      session.close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    session.close();
  }
}

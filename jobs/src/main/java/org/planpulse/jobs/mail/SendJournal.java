package org.planpulse.jobs.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.run.LineJournal;
import org.planpulse.jobs.run.OperatorError;

/**
 * What was sent to whom: time, issue, recipient and state a line; the last line of a mail holds.
 */
final class SendJournal implements AutoCloseable {

  private static final String FILE = "journal.tsv";

  private record Key(String issue, String recipient) {}

  private final LineJournal journal;
  private final Clock clock;
  private final Map<Key, SendState> states = new HashMap<>();

  private SendJournal(LineJournal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    for (List<String> line : journal.lines()) {
      states.put(new Key(line.get(1), line.get(2)), SendState.valueOf(line.get(3)));
    }
  }

  /**
   * @throws OperatorError when another process is sending
   */
  static SendJournal open(Path folder, Clock clock) {
    return LineJournal.open(folder.resolve(FILE))
        .map(journal -> new SendJournal(journal, clock))
        .orElseThrow(
            () ->
                new OperatorError(
                    "另一进程正在发信，本次未发送；请等其结束。",
                    "Another process is sending, so nothing was sent; wait for it to end."));
  }

  /** Empty when it was never tried. */
  Optional<SendState> state(String issue, String recipient) {
    return Optional.ofNullable(states.get(new Key(issue, recipient)));
  }

  /** Returns when the state is on the disk. */
  void note(String issue, String recipient, SendState state) {
    journal.add(List.of(clock.instant().toString(), issue, recipient, state.name()));
    states.put(new Key(issue, recipient), state);
  }

  @Override
  public void close() {
    journal.close();
  }
}

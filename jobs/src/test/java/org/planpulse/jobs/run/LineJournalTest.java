package org.planpulse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineJournalTest {

  private static final List<String> LINE = List.of("月报", "run");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void writeALine() {
    file = folder.resolve("journal.tsv");
    add(LINE);
  }

  @Test
  void aLineCutOffWithinACharacterIsPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] cutOff = Arrays.copyOf("夜检".getBytes(StandardCharsets.UTF_8), 4);
    byte[] both = Arrays.copyOf(whole, whole.length + cutOff.length);
    System.arraycopy(cutOff, 0, both, whole.length, cutOff.length);
    Files.write(file, both);

    assertThat(LineJournal.read(file)).containsExactly(LINE);
    add(List.of("夜检", "check"));

    assertThat(LineJournal.read(file)).containsExactly(LINE, List.of("夜检", "check"));
  }

  @Test
  void aDamagedFileIsNamedLeftAsItIsAndLetGoOf() throws IOException {
    byte[] damaged = {'a', (byte) 0xE6, '\n', 'b'};
    Files.write(file, damaged);

    assertThatThrownBy(() -> LineJournal.open(file))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("journal.tsv is damaged");
    assertThat(file).hasBinaryContent(damaged);

    Files.write(file, new byte[0]);
    add(LINE);
    assertThat(LineJournal.read(file)).containsExactly(LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\tb", "a\nb", "a\rb"})
  void aFieldThatWouldShiftOthersIsRefused(String field) {
    assertThatThrownBy(() -> add(List.of(field, "run")))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(LineJournal.read(file)).containsExactly(LINE);
  }

  @Test
  @Timeout(60)
  void oneProcessHoldsAFileUntilItEnds() throws IOException, InterruptedException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader printed = holder.inputReader()) {
      assertThat(printed.readLine()).isEqualTo(Holder.HELD);

      assertThat(LineJournal.open(file)).isEmpty();
      assertThat(LineJournal.read(file)).containsExactly(LINE, List.of(Holder.HELD));
    } finally {
      holder.destroyForcibly();
    }
    holder.waitFor();

    add(LINE);
    assertThat(LineJournal.read(file)).containsExactly(LINE, List.of(Holder.HELD), LINE);
  }

  /** Holds a file until it is killed. */
  static final class Holder {

    private static final String HELD = "held";

    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (LineJournal journal = LineJournal.open(Path.of(arguments[0])).orElseThrow()) {
        journal.add(List.of(HELD));
        System.out.println(HELD);
        Thread.sleep(Duration.ofMinutes(1).toMillis());
      }
    }
  }

  private void add(List<String> line) {
    try (LineJournal journal = LineJournal.open(file).orElseThrow()) {
      journal.add(line);
    }
  }
}

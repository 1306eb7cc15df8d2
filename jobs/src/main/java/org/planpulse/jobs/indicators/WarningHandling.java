package org.planpulse.jobs.indicators;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.run.Digest;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.YamlFolder;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.SchemaYaml;

/** What departments write about the warnings they answer for, in the workspace's handling/. */
final class WarningHandling {

  /** State of a warning that nobody has written about. */
  static final String ISSUED = "issued";

  private static final String FOLDER = "handling/";

  private final List<Entry> entries;
  private final List<Entry> toCome;

  private WarningHandling(List<Entry> entries, List<Entry> toCome) {
    this.entries = entries;
    this.toCome = toCome;
  }

  enum State {
    @JsonProperty("handled")
    HANDLED,
    @JsonProperty("closed")
    CLOSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step in the life of a warning.
   *
   * @param warning e.g. {@code T-01-2025}
   * @param date yyyy-mm-dd
   * @param done what was done
   * @param by who did it
   */
  record Step(String warning, State state, String date, String done, String by) {
    Step {
      if (state == null
          || Stream.of(warning, date, done, by).anyMatch(text -> text == null || text.isBlank())) {
        throw new SchemaException(
            "warning、state、date、done、by 有空项，请填写：" + warning,
            "warning, state, date, done or by is blank, fill it in: " + warning);
      }
      day(date);
    }

    LocalDate on() {
      return day(date);
    }

    private static LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new SchemaException(
            "“" + text + "”不是日期，请写成 yyyy-mm-dd", "'" + text + "' is not a day yyyy-mm-dd", e);
      }
    }
  }

  /**
   * @param number of the step in its file, from 1
   */
  private record Entry(String file, int number, Step step) {}

  /**
   * The steps of a workspace, file by file; those dated after the day do not count yet.
   *
   * @throws SchemaException naming the file, when one does not read
   */
  static WarningHandling read(Workspace workspace, LocalDate day) {
    Map<Boolean, List<Entry>> taken =
        entries(workspace).stream()
            .collect(Collectors.partitioningBy(entry -> !entry.step().on().isAfter(day)));
    return new WarningHandling(taken.get(true), taken.get(false));
  }

  private static List<Entry> entries(Workspace workspace) {
    List<Entry> entries = new ArrayList<>();
    YamlFolder.texts(workspace.handling())
        .forEach(
            (file, text) -> {
              List<Step> steps = SchemaYaml.read(FOLDER + file, text, new TypeReference<>() {});
              if (steps.stream().anyMatch(Objects::isNull)) {
                throw new SchemaException(
                    FOLDER + file + "：有一项是空的，请填写或删去",
                    FOLDER + file + ": an entry is blank, fill it in or remove it");
              }
              for (int i = 0; i < steps.size(); i++) {
                entries.add(new Entry(file, i + 1, steps.get(i)));
              }
            });
    return entries;
  }

  /**
   * What the result of a day depends on: hashes of the files, by name, and how many steps are still
   * to come on that day.
   *
   * @throws SchemaException as {@link #read} does, so that it is told before any work is done
   */
  static Map<String, String> inputs(Workspace workspace, LocalDate day) {
    int toCome = read(workspace, day).toCome.size();
    Map<String, String> inputs = new TreeMap<>();
    if (toCome > 0) {
      inputs.put(FOLDER, toCome + " to come");
    }
    YamlFolder.texts(workspace.handling())
        .forEach((file, text) -> inputs.put(FOLDER + file, new Digest().add(text).hex16()));
    return inputs;
  }

  /** The last step of a warning by its day; of two on one day the one written later. */
  Optional<Step> latest(String warning) {
    return entries.stream()
        .map(Entry::step)
        .filter(step -> step.warning().equals(warning))
        .reduce((first, later) -> later.on().isBefore(first.on()) ? first : later);
  }

  /** Steps about warnings that were never issued are told: a number was mistyped. */
  void tellUnknown(Set<String> issued, IssueStore issues) {
    entries.stream()
        .filter(entry -> !issued.contains(entry.step().warning()))
        .map(
            entry ->
                issue(
                    "WARNING_UNKNOWN",
                    entry,
                    Map.of("warning", entry.step().warning(), "by", entry.step().by()),
                    issues))
        .forEach(issues::add);
  }

  /** Steps dated on a day to come are told: the year may be a slip. */
  void tellToCome(IssueStore issues) {
    toCome.forEach(
        entry ->
            issues.add(
                issue(
                    "WARNING_PENDING",
                    entry,
                    Map.of(
                        "warning", entry.step().warning(),
                        "by", entry.step().by(),
                        "date", entry.step().date()),
                    issues)));
  }

  private static Issue issue(
      String code, Entry entry, Map<String, String> values, IssueStore issues) {
    return issues.issue(code, "", "", FOLDER + entry.file(), "#" + entry.number(), values);
  }
}

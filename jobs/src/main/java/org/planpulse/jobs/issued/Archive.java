package org.planpulse.jobs.issued;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.run.OperatorError;

/**
 * The folder {@code issued/} of a workspace: a folder for each issue, whose files are read-only,
 * and {@code register.csv}. It lies outside the warehouse, so no clean-up of tables reaches it.
 */
public final class Archive {

  static final String INPUTS = "inputs";

  private static final String UNFINISHED = ".unfinished";

  private static final Pattern NUMBER = Pattern.compile("(?<year>\\d{4})-(?<running>\\d{3,6})");

  private final Path folder;
  private final Register register;

  public Archive(Path folder) {
    this.folder = folder;
    this.register = new Register(folder.resolve(Register.FILE));
  }

  /** All issues, oldest first. */
  public List<Manifest> issues() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.endsWith(UNFINISHED))
          .map(entry -> entry.resolve(Manifest.FILE))
          .filter(Files::isRegularFile)
          .map(Archive::read)
          .sorted(Comparator.comparing(Manifest::instant).thenComparing(Manifest::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /**
   * The issue of a number.
   *
   * @throws OperatorError when there is none
   */
  public Manifest issue(String number) {
    return issues().stream()
        .filter(issue -> issue.number().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new OperatorError(
                    "没有签发号 " + number + "。用 planpulse issue 查看已签发的报告。",
                    "There is no issue " + number + ". planpulse issue lists what was issued."));
  }

  /** Where an issue lies. */
  public Path folder(Manifest issue) {
    return folder.resolve(issue.number());
  }

  /** The latest issue of a report of this file name. */
  public Optional<Manifest> latest(String name) {
    return issues().stream()
        .filter(issue -> issue.file(name).isPresent())
        .reduce((earlier, later) -> later);
  }

  /** Whether the latest issue of a report holds these bytes, be it as issued again unchanged. */
  public boolean isInForce(Manifest.IssuedFile file) {
    return latest(file.name()).flatMap(latest -> latest.fileOf(file.sha256())).isPresent();
  }

  /** The issues in force of reports that an issue holds with other bytes; empty when it is. */
  public List<Manifest> replacing(Manifest issue) {
    return issue.files().stream()
        .filter(file -> !isInForce(file))
        .flatMap(file -> latest(file.name()).stream())
        .distinct()
        .toList();
  }

  /**
   * The issues in force that hold the very bytes of drafts; empty unless those of all of them are
   * held.
   */
  public List<Manifest> holding(Collection<Draft> drafts) {
    List<Manifest> holding =
        drafts.stream()
            .flatMap(draft -> latest(draft.name().file()).filter(draft::isIn).stream())
            .toList();
    return holding.size() == drafts.size() ? holding.stream().distinct().toList() : List.of();
  }

  /**
   * Adds an issue. Its folder appears when it is complete, so that a killed process leaves none
   * half written; what it did not come to after that is done by the next issue.
   */
  public Manifest add(NewIssue issue) {
    requireWhole();
    Path unfinished = folder.resolve(UNFINISHED);
    try {
      Folders.delete(unfinished);
      Files.createDirectories(unfinished.resolve(INPUTS));
      completeRegister();
      for (Draft draft : issue.drafts()) {
        copy(draft, unfinished);
      }
      issue.inputs().writeTo(unfinished.resolve(INPUTS));
      Manifest manifest = manifest(issue, unfinished);
      manifest.write(unfinished.resolve(Manifest.FILE));
      ReadOnly.files(unfinished);
      Files.move(unfinished, folder(manifest), StandardCopyOption.ATOMIC_MOVE);
      completeRegister();
      return manifest;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Whether a killed process left an issue that is not in the register. */
  public boolean isUnfinished() {
    return !unregistered().isEmpty();
  }

  /** Does for the issues that are not in the register what a killed process did not come to. */
  public void finish() {
    requireWhole();
    try {
      completeRegister();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What is wrong with the archive; empty when it is whole. */
  public List<ArchiveFault> faults() {
    return new ArchiveCheck(this, register).faults();
  }

  /**
   * Nothing is issued on top of a loss: the next issue would take its number, or follow from an
   * issue that nobody can show.
   *
   * @throws OperatorError when something is wrong that the next issue does not mend by itself
   */
  public void requireWhole() {
    List<ArchiveFault> faults = faults().stream().filter(fault -> !fault.mendsItself()).toList();
    if (!faults.isEmpty()) {
      String places =
          faults.stream()
              .map(fault -> fault.number() + "/" + fault.file())
              .collect(Collectors.joining(", "));
      throw new OperatorError(
          "签发档案不完好（" + places + "），未签发。请从备份恢复；详见 planpulse verify。",
          "The archive is not whole ("
              + places
              + "), so nothing was issued. Restore it from a backup; planpulse verify says more.");
    }
  }

  /** Every number that was given: that of a folder, of a line in the register, or of both. */
  SortedSet<String> numbers() {
    SortedSet<String> numbers = new TreeSet<>(register.manifests().keySet());
    if (!Files.isDirectory(folder)) {
      return numbers;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> NUMBER.matcher(name).matches())
          .forEach(numbers::add);
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  Path manifestFile(Manifest issue) {
    return folder(issue).resolve(Manifest.FILE);
  }

  /** The bytes that were checked, which another command may have written over since. */
  private static void copy(Draft draft, Path unfinished) throws IOException {
    Path copy = Files.copy(draft.file(), unfinished.resolve(draft.name().file()));
    if (!FileDigest.sha256(copy).equals(draft.sha256())) {
      throw new OperatorError(
          draft.file() + " 在检查之后被改写，未签发。请等其他命令结束，核对后重新签发。",
          draft.file()
              + " was written over after it was checked, so nothing was issued. Let other commands"
              + " end, look at it, and issue it again.");
    }
  }

  private Manifest manifest(NewIssue issue, Path unfinished) {
    List<Manifest> earlier = issues();
    requireLater(issue.at(), earlier);
    return new Manifest(
        nextNumber(issue.year()),
        issue.year(),
        issue.at().toString(),
        issue.issuedBy(),
        issue.checkedBy(),
        earlier.stream()
            .filter(one -> issue.drafts().stream().anyMatch(draft -> revises(draft, one)))
            .map(Manifest::number)
            .toList(),
        earlier.isEmpty() ? "" : FileDigest.sha256(manifestFile(earlier.get(earlier.size() - 1))),
        issue.grounds(),
        issue.drafts().stream()
            .map(draft -> Manifest.IssuedFile.of(draft, unfinished.resolve(draft.name().file())))
            .toList(),
        FileDigest.below(unfinished.resolve(INPUTS)),
        issue.inputs().sources());
  }

  private boolean revises(Draft draft, Manifest earlier) {
    return earlier
        .file(draft.name().file())
        .filter(file -> !file.sha256().equals(draft.sha256()) && isInForce(file))
        .isPresent();
  }

  /** The order of issues is that of their times. */
  private static void requireLater(Instant at, List<Manifest> earlier) {
    if (!earlier.isEmpty() && !at.isAfter(earlier.get(earlier.size() - 1).instant())) {
      throw new OperatorError(
          "本机时间早于上一次签发的时间，未签发。请校准时钟。",
          "The clock is behind the time of the last issue, so nothing was issued. Set the clock.");
    }
  }

  private List<Manifest> unregistered() {
    Set<String> registered = register.manifests().keySet();
    return issues().stream().filter(issue -> !registered.contains(issue.number())).toList();
  }

  /** The line in the register comes last: who finds it knows that all is done. */
  private void completeRegister() throws IOException {
    for (Manifest issue : unregistered()) {
      ReadOnly.folders(folder(issue));
      register.add(issue, FileDigest.sha256(manifestFile(issue)));
    }
  }

  private OperatorError unwritable(IOException e) {
    return new OperatorError(
        "无法写入签发档案 " + folder + "：" + e.getMessage() + "。请检查权限与磁盘。",
        "Cannot write to the archive " + folder + ": " + e + ". Check permissions and disk.",
        e);
  }

  private String nextNumber(int year) {
    int last =
        numbers().stream()
            .map(NUMBER::matcher)
            .filter(Matcher::matches)
            .filter(number -> Integer.parseInt(number.group("year")) == year)
            .mapToInt(number -> Integer.parseInt(number.group("running")))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "%d-%03d", year, last + 1);
  }

  private static Manifest read(Path file) {
    try {
      return Manifest.read(file);
    } catch (IOException e) {
      throw new OperatorError(
          "签发档案已损坏：" + file + " 无法读取。请从备份恢复。",
          "The archive is damaged: " + file + " cannot be read. Restore it from a backup.",
          e);
    }
  }
}

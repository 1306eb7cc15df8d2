package org.planpulse.jobs.issued;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.schemas.LocalText;

/**
 * Holds every file of the archive against its manifest, and every manifest against the register.
 */
final class ArchiveCheck {

  private final Archive archive;
  private final Register register;
  private final List<ArchiveFault> faults = new ArrayList<>();

  ArchiveCheck(Archive archive, Register register) {
    this.archive = archive;
    this.register = register;
  }

  List<ArchiveFault> faults() {
    List<Manifest> issues = archive.issues();
    String previous = "";
    for (Manifest issue : issues) {
      String digest = FileDigest.sha256(archive.manifestFile(issue));
      checkRegister(issue, digest);
      if (!issue.previous().equals(previous)) {
        add(issue.number(), Manifest.FILE, "与前一签发的清单不衔接", "does not follow from the issue before");
      }
      checkFiles(issue);
      previous = digest;
    }
    Set<String> lost = archive.numbers();
    issues.forEach(issue -> lost.remove(issue.number()));
    lost.forEach(number -> add(number, Manifest.FILE, "已不存在", "is gone"));
    return faults;
  }

  private void checkRegister(Manifest issue, String digest) {
    Optional<String> registered = Optional.ofNullable(register.manifests().get(issue.number()));
    if (registered.isEmpty()) {
      add(
          issue.number(),
          Register.FILE,
          "缺少该号（下次签发时补上）",
          "lacks this number (the next issue adds it)");
    } else if (!registered.get().equals(digest)) {
      add(issue.number(), Manifest.FILE, "与登记簿不符", "is not the registered one");
    }
  }

  private void checkFiles(Manifest issue) {
    Path folder = archive.folder(issue);
    Map<String, String> stated =
        Stream.concat(
                issue.files().stream().map(file -> Map.entry(file.name(), file.sha256())),
                issue.inputs().stream()
                    .map(file -> Map.entry(Archive.INPUTS + "/" + file.path(), file.sha256())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    stated.forEach(
        (name, sha256) -> {
          Path file = folder.resolve(name);
          if (!Files.isRegularFile(file)) {
            add(issue.number(), name, "已不存在", "is gone");
          } else if (!FileDigest.sha256(file).equals(sha256)) {
            add(issue.number(), name, "内容已改动", "was changed");
          }
        });
    FileDigest.below(folder).stream()
        .map(FileDigest::path)
        .filter(name -> !name.equals(Manifest.FILE) && !stated.containsKey(name))
        .forEach(name -> add(issue.number(), name, "不属于该签发", "does not belong to the issue"));
  }

  private void add(String number, String file, String zh, String en) {
    faults.add(new ArchiveFault(number, file, new LocalText(zh, en)));
  }
}

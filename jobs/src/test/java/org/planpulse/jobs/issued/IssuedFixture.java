package org.planpulse.jobs.issued;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;

/** A workspace with files that stand for reports, and an archive; no table. */
public final class IssuedFixture {

  private final Workspace workspace;
  private final Archive archive;
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");

  public IssuedFixture(Path folder) {
    workspace =
        new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, true)
            .create(folder.resolve("city"));
    archive = new Archive(workspace.issued());
  }

  public Workspace workspace() {
    return workspace;
  }

  public Archive archive() {
    return archive;
  }

  Path report(String name, String content) throws IOException {
    Files.createDirectories(workspace.reports());
    return Files.writeString(workspace.reports().resolve(name), content, StandardCharsets.UTF_8);
  }

  /** Issues reports as they lie in {@code reports/}, a minute after the last issue. */
  public Manifest issue(String... names) {
    now = now.plusSeconds(60);
    return archive.add(newIssue(now, names));
  }

  /** Writes and issues a report. */
  public Manifest issueNew(String name, String content) throws IOException {
    report(name, content);
    return issue(name);
  }

  NewIssue newIssue(Instant at, String... names) {
    List<Draft> drafts =
        Stream.of(names).map(name -> Draft.of(workspace.reports().resolve(name))).toList();
    return new NewIssue(
        drafts,
        new Manifest.Grounds(
            "152501", "erenhot-2021-2035", "2026-10-20", "run", "program", new TreeMap<>(), 0, ""),
        new FrozenInputs(workspace, new WarehouseLayout(workspace.warehouse())),
        at,
        "issuer",
        "checker");
  }
}

package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planpulse.jobs.issued.Archive;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.issued.ReportName;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.workspace.Workspace;

/** Which reports are drafts, which were issued, and which issue is in force. */
record IssueBoard(Workspace workspace, Archive archive) {

  /** Issues first, then drafts that are not issued as they are. */
  QueryResult states() {
    List<List<Object>> rows = new ArrayList<>();
    for (Manifest issue : archive.issues()) {
      for (Manifest.IssuedFile file : issue.files()) {
        rows.add(
            List.of(
                file.name(),
                archive.isInForce(file) ? "issued" : "replaced",
                issue.number(),
                RunDateOption.dayOf(issue.instant()).toString()));
      }
    }
    for (Path report : reports(workspace)) {
      if (archive.holding(List.of(Draft.of(report))).isEmpty()) {
        rows.add(List.of(report.getFileName().toString(), "draft", "", ""));
      }
    }
    return Listing.of(List.of("file", "state", "number", "issued_on"), rows);
  }

  /** Files in {@code reports/} that are named like reports, by name. */
  static List<Path> reports(Workspace workspace) {
    if (!Files.isDirectory(workspace.reports())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(workspace.reports())) {
      return files
          .filter(file -> Files.isRegularFile(file) && ReportName.of(file).isPresent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + workspace.reports(), e);
    }
  }
}

package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Sources;
import org.planpulse.reports.model.Sources.Delivery;
import org.planpulse.reports.model.Sources.Department;
import org.planpulse.reports.model.Sources.IssueLine;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** What the report rests on: deliveries, issues, choices, citations, gaps. */
final class SourcesChapter {
  private SourcesChapter() {}

  record DeliveryLine(
      String name,
      String department,
      String periods,
      String state,
      String received,
      String files,
      String rowsIn,
      String loaded,
      String quarantined,
      String quality) {}

  record DepartmentLine(
      String name,
      String owed,
      String accepted,
      String returned,
      String overdue,
      String missing,
      String quality,
      String received) {}

  record IssueRow(
      String severity, String department, String dataset, String message, String count) {}

  static Chapter write(Checkup checkup, Place place) {
    Sources sources = checkup.sources();
    Wording wording = place.wording();
    List<Block> blocks = new ArrayList<>();
    if (!sources.departments().isEmpty()) {
      blocks.add(
          Blocks.table(
              "departments",
              place.captions().table("sources.departments", checkup.dataAsOf()),
              wording.text("departments.note"),
              sources.departments().stream().map(SourcesChapter::department).toList()));
    }
    if (!sources.deliveries().isEmpty()) {
      blocks.add(
          Blocks.table(
              "deliveries",
              place.captions().table("sources.deliveries", checkup.dataAsOf()),
              wording.text("deliveries.note"),
              sources.deliveries().stream().map(d -> delivery(d, wording)).toList()));
    }
    if (!sources.issues().isEmpty()) {
      blocks.add(
          Blocks.table(
              "issues",
              place.captions().table("sources.issues", checkup.dataAsOf()),
              "",
              sources.issues().stream().map(SourcesChapter::issue).toList()));
    }
    if (checkup.sampleData()) {
      blocks.add(
          Blocks.sentences(wording.text("sources.sample"), List.of(checkup.sampleNote()), wording));
    }
    blocks.add(Blocks.sentences(wording.text("sources.choices"), sources.choices(), wording));
    blocks.add(Blocks.sentences(wording.text("sources.citations"), sources.citations(), wording));
    if (!sources.notEvaluated().isEmpty()) {
      blocks.add(
          Blocks.sentences(wording.text("sources.unevaluated"), sources.notEvaluated(), wording));
    }
    return new Chapter(place.chapter(), wording.text("chapter.sources"), sources.summary(), blocks);
  }

  private static DepartmentLine department(Department department) {
    return new DepartmentLine(
        department.name(),
        NumberText.of(department.owed()),
        NumberText.of(department.accepted()),
        NumberText.of(department.returned()),
        NumberText.of(department.overdue()),
        NumberText.of(department.missing()),
        department.quality() == null ? "" : NumberText.of(department.quality()),
        department.receivedOn());
  }

  private static DeliveryLine delivery(Delivery delivery, Wording wording) {
    String mark = wording.text(delivery.accepted() ? "delivery.accepted" : "delivery.open");
    return new DeliveryLine(
        delivery.name(),
        delivery.department(),
        delivery.periods(),
        mark + " " + delivery.state(),
        delivery.receivedOn(),
        NumberText.of(delivery.files()),
        NumberText.of(delivery.rowsIn()),
        NumberText.of(delivery.rowsLoaded()),
        NumberText.of(delivery.rowsQuarantined()),
        NumberText.of(delivery.quality()));
  }

  private static IssueRow issue(IssueLine issue) {
    return new IssueRow(
        issue.severity(),
        issue.department(),
        issue.dataset(),
        issue.message(),
        NumberText.of(issue.count()));
  }
}

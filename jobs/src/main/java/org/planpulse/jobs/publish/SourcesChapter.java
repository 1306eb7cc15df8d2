package org.planpulse.jobs.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Sources;
import org.planpulse.reports.model.Sources.Delivery;
import org.planpulse.reports.model.Sources.Department;
import org.planpulse.reports.model.Sources.IssueLine;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** What the report rests on: deliveries, issues, choices, citations, and what was not evaluated. */
final class SourcesChapter {

  private final Schemas schemas;
  private final Plan plan;
  private final Sentences sentences;
  private final GoldReader gold;

  SourcesChapter(Schemas schemas, Plan plan, Sentences sentences, GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.sentences = sentences;
    this.gold = gold;
  }

  Sources compose(List<Dimension> dimensions) {
    List<Item> items = items();
    List<Delivery> deliveries = items.stream().filter(Item::came).map(this::delivery).toList();
    return new Sources(
        sentences.say(
            "sources.summary",
            "owed",
            items.size(),
            "came",
            deliveries.size(),
            "accepted",
            inState(items, "accepted"),
            "returned",
            inState(items, "returned"),
            "late",
            items.stream().filter(Item::came).filter(Item::isOverdue).count(),
            "absent",
            inState(items.stream().filter(item -> !item.came()).toList(), "overdue"),
            "rows",
            total(deliveries, Delivery::rowsIn),
            "loaded",
            total(deliveries, Delivery::rowsLoaded),
            "quarantined",
            total(deliveries, Delivery::rowsQuarantined)),
        departments(items),
        deliveries,
        issues(),
        choices(),
        plan.citations().stream().map(text -> text.in(sentences.language())).toList(),
        notEvaluated(dimensions));
  }

  private static String total(List<Delivery> deliveries, ToLongFunction<Delivery> field) {
    return Sentences.number(deliveries.stream().mapToLong(field).sum(), 0);
  }

  /** All periods of an item of the data list. */
  private record Item(List<GoldRow> rows) {

    /** The first of these that any period is in. */
    String state() {
      return Stream.of("returned", "overdue", "accepted")
          .filter(state -> rows.stream().anyMatch(row -> state.equals(row.text("state"))))
          .findFirst()
          .orElse("missing");
    }

    /** For any period, whatever became of the others. */
    boolean isOverdue() {
      return rows.stream().anyMatch(row -> "overdue".equals(row.text("state")));
    }

    boolean came() {
      return quality().isPresent();
    }

    /** Mean score of the periods that came. */
    OptionalDouble quality() {
      return rows.stream()
          .filter(row -> row.text("quality") != null)
          .mapToLong(row -> row.count("quality"))
          .average();
    }

    /** One row of each file: it tells of all periods that the file is about. */
    List<GoldRow> files() {
      Map<String, GoldRow> files = new LinkedHashMap<>();
      rows.stream()
          .filter(row -> row.text("file") != null)
          .forEach(row -> files.putIfAbsent(row.text("file"), row));
      return List.copyOf(files.values());
    }

    String department() {
      return rows.get(0).text("department");
    }

    String receivedOn() {
      return rows.stream()
          .map(row -> row.text("received_on"))
          .filter(day -> day != null)
          .max(String::compareTo)
          .orElse("");
    }
  }

  private List<Item> items() {
    return gold.rows("SELECT * FROM ops.delivery ORDER BY dataset, period, file").stream()
        .collect(
            Collectors.groupingBy(row -> row.text("dataset"), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Item::new)
        .toList();
  }

  private List<Department> departments(List<Item> items) {
    return items.stream()
        .collect(Collectors.groupingBy(Item::department, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> department(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Department department(String key, List<Item> items) {
    OptionalDouble quality =
        items.stream().map(Item::quality).flatMapToDouble(OptionalDouble::stream).average();
    return new Department(
        department(key),
        items.size(),
        inState(items, "accepted"),
        inState(items, "returned"),
        inState(items, "overdue"),
        inState(items, "missing"),
        quality.isEmpty() ? null : (int) Math.round(quality.getAsDouble()),
        items.stream().map(Item::receivedOn).max(String::compareTo).orElse(""));
  }

  private static int inState(List<Item> items, String state) {
    return (int) items.stream().filter(item -> state.equals(item.state())).count();
  }

  private Delivery delivery(Item item) {
    List<GoldRow> rows = item.rows();
    List<GoldRow> files = item.files();
    GoldRow head = rows.get(0);
    return new Delivery(
        head.text("dataset"),
        new LocalText(head.text("dataset_name"), head.text("dataset_name_en"))
            .in(sentences.language()),
        department(item.department()),
        periods(rows),
        sentences.say("state." + item.state()),
        "accepted".equals(item.state()),
        item.receivedOn(),
        files.size(),
        files.stream().mapToLong(file -> file.count("rows_in")).sum(),
        files.stream().mapToLong(file -> file.count("rows_loaded")).sum(),
        files.stream().mapToLong(file -> file.count("rows_quarantined")).sum(),
        (int) Math.round(item.quality().orElseThrow()));
  }

  private static String periods(List<GoldRow> rows) {
    List<String> years =
        rows.stream()
            .map(row -> row.text("period"))
            .filter(period -> period.matches("\\d{4}"))
            .distinct()
            .sorted()
            .toList();
    return years.isEmpty()
        ? ""
        : years.size() == 1 ? years.get(0) : years.get(0) + "–" + years.get(years.size() - 1);
  }

  private List<IssueLine> issues() {
    String language = sentences.language().code();
    return gold
        .rows(
            """
            SELECT severity, department, dataset, min(message_%1$s) AS message, count(*) AS n
            FROM ops.data_issue GROUP BY severity, department, dataset, code
            ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
                     n DESC, dataset, message
            """
                .formatted(language))
        .stream()
        .map(
            row ->
                new IssueLine(
                    sentences.say("severity." + row.text("severity")),
                    department(row.text("department")),
                    dataset(row.text("dataset")),
                    row.text("message"),
                    row.count("n")))
        .toList();
  }

  private String dataset(String id) {
    return schemas.contracts().stream()
        .filter(contract -> contract.id().equals(id))
        .findFirst()
        .map(contract -> new LocalText(contract.name(), contract.nameEn()))
        .map(name -> name.in(sentences.language()))
        .orElse("");
  }

  private String department(String key) {
    var department = schemas.departments().get(key);
    return department == null ? "" : department.name().in(sentences.language());
  }

  /** Definitions behind the plan's targets, and readings of definitions that leave a choice. */
  private List<String> choices() {
    Stream<String> definitions =
        plan.targets().stream()
            .flatMap(
                target ->
                    schemas.indicators().stream()
                        .filter(indicator -> indicator.code().equals(target.indicator())))
            .map(indicator -> entry(name(indicator), text(indicator.definition())));
    Stream<String> readings =
        schemas.indicators().stream()
            .filter(indicator -> indicator.reading() != null)
            .map(
                indicator ->
                    entry(indicator.code() + " " + name(indicator), text(indicator.reading())));
    return Stream.concat(definitions, readings).toList();
  }

  private String name(Indicator indicator) {
    return text(indicator.name());
  }

  private String text(LocalText text) {
    return text.in(sentences.language());
  }

  private List<String> notEvaluated(List<Dimension> dimensions) {
    return dimensions.stream()
        .flatMap(dimension -> dimension.indicators().stream())
        .filter(row -> row.current() == null)
        .map((IndicatorRow row) -> entry(row.code() + " " + row.name(), row.missingReason()))
        .toList();
  }

  private String entry(String name, String text) {
    return sentences.say("sources.entry", "name", name, "text", sentences.ended(text));
  }
}

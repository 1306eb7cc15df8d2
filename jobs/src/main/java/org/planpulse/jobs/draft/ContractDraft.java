package org.planpulse.jobs.draft;

import static org.planpulse.jobs.draft.ContractText.pattern;
import static org.planpulse.jobs.draft.ContractText.scalar;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.run.Issue;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/**
 * The contract a file suggests: what the file shows is filled in, what only people know is marked.
 *
 * @param folder the file came from, whose name may be a department's
 * @param surveyCrs of layers that tell none, {@code EPSG:n}
 * @param issues what the readers found in the file
 */
record ContractDraft(
    FileSample sample, Schemas schemas, Path folder, String surveyCrs, List<Issue> issues) {

  private static final Map<Form, String> TARGETS =
      Map.of(
          Form.STATISTICAL_TABLE, "silver.statistic",
          Form.RECORD_TABLE, "silver.register_entry",
          Form.VECTOR_LAYER, "silver.theme_feature",
          Form.RASTER, "silver.raster_tile");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern ADDITION = Pattern.compile("A-(\\d{2,})");

  String text(Language language) {
    ContractText text = new ContractText(language);
    head(text);
    if (sample.form() != Form.DOCUMENT) {
      schema(text);
    }
    terms(text);
    return text.toString();
  }

  private void head(ContractText text) {
    text.remark(
        0,
        new LocalText(
            "按文件草拟，请核对各处注释，改好后放入工作区的 schemas/contracts/ 文件夹。",
            "Drafted from a file: look at every remark, then put it into schemas/contracts/ of the workspace."));
    String origin = sample.delivery().file() + " (" + sample.format().label() + ")";
    text.remark(
        0,
        new LocalText(
            "来源 " + origin + "，" + sample.rows() + " " + counted().zh(),
            "From " + origin + ", " + sample.rows() + " " + counted().en()));
    if (!sample.shapes().isEmpty()) {
      String shapes = String.join(", ", sample.shapes());
      text.remark(0, new LocalText("几何类型 " + shapes, "Geometry: " + shapes));
    }
    if (!sample.others().isEmpty()) {
      String others = String.join("、", sample.others());
      text.remark(0, new LocalText("另有 " + others + "，未读", "Not read: " + others));
    }
    for (Issue issue : issues) {
      text.remark(0, new LocalText(issue.message(Language.ZH), issue.message(Language.EN)));
    }
    text.line(0, "apiVersion: v3.1.0").line(0, "kind: DataContract");
    text.line(0, "id: " + id(), new LocalText("下一个空号", "the next free number"));
    text.line(0, "version: 0.1.0").line(0, "status: draft");
    text.line(0, "name: " + scalar(stem()), new LocalText("中文名称", "Chinese name"));
  }

  private LocalText counted() {
    return switch (sample.form()) {
      case STATISTICAL_TABLE -> new LocalText("个单元格", "cells");
      case RECORD_TABLE -> new LocalText("行", "records");
      case VECTOR_LAYER -> new LocalText("个要素", "features");
      case RASTER -> new LocalText("个像元", "cells of the grid");
      case DOCUMENT -> new LocalText("份文件", "document");
    };
  }

  private void schema(ContractText text) {
    String table = target().substring(target().indexOf('.') + 1);
    text.line(0, "schema:");
    text.line(2, "- name: " + table);
    text.line(4, "physicalName: " + scalar(sample.part().orElse(stem())));
    text.line(4, "logicalType: object");
    text.line(4, "properties:");
    if (sample.form() == Form.RASTER) {
      raster(text);
    } else {
      new DraftColumns(schemas, target(), id()).of(sample).forEach(text::column);
    }
  }

  private static void raster(ContractText text) {
    text.line(6, "- name: cell_value", new LocalText("像元值的含义", "what a cell holds"));
    text.line(8, "businessName: 像元值");
    text.line(8, "description: Value of the cell");
    text.line(8, "logicalType: number");
    text.line(8, "customProperties:");
    text.property(10, "unit", "\"1\"", new LocalText("像元值的单位", "unit of the values"));
  }

  private void terms(ContractText text) {
    text.line(0, "customProperties:");
    text.property(2, "nameEn", scalar(stem()), new LocalText("英文名称", "English name"));
    text.property(
        2,
        "department",
        department(),
        new LocalText(
            "提供部门，见 codelists/departments.yaml",
            "who delivers it, see codelists/departments.yaml"));
    text.property(2, "form", sample.form().name().toLowerCase(Locale.ROOT));
    text.property(
        2,
        "period",
        files().contains("(?<year>") ? "year" : "once",
        new LocalText(
            "year 每年，plan 规划期内有效，once 一次", "year, plan (valid for the plan term) or once"));
    text.property(
        2,
        "files",
        pattern(files()),
        new LocalText("landing 下的路径，正则表达式", "path below landing, a regular expression"));
    sample
        .part()
        .ifPresent(part -> text.property(2, "layer", "'" + literal(part).replace("'", "''") + "'"));
    if (sample.form() == Form.VECTOR_LAYER || sample.crs().isPresent()) {
      crs(text);
    }
    if (sample.form() != Form.DOCUMENT) {
      target(text);
    }
    text.remark(
        2,
        new LocalText(
            "{property: neededBy, value: [study-1]} 用于哪些专题或指标",
            "{property: neededBy, value: [study-1]} studies and indicators that need it"));
  }

  private void crs(ContractText text) {
    text.property(
        2,
        "crs",
        scalar(sample.crs().orElse(surveyCrs)),
        sample.crs().isPresent()
            ? new LocalText("文件所载或由坐标推定", "as the file states or its coordinates tell")
            : new LocalText("文件未载，暂用工作区设置", "the file tells none; the workspace's"));
  }

  private void target(ContractText text) {
    LocalText others =
        switch (sample.form()) {
          case RECORD_TABLE ->
              new LocalText(
                  "测站逐日数据用 silver.observation", "readings of stations go to silver.observation");
          case VECTOR_LAYER ->
              new LocalText(
                  "图斑、控制线、行政单元另有目标表", "parcels, control zones and units have tables of their own");
          default -> new LocalText("装入的表", "table it is loaded into");
        };
    text.property(2, "target", target(), others);
    if (sample.form() == Form.RASTER) {
      text.property(2, "constants", "{layer: " + id() + ", unit: \"1\"}");
    } else if (sample.form() == Form.VECTOR_LAYER) {
      text.property(2, "constants", "{theme: " + id() + "}");
    }
  }

  private String target() {
    return TARGETS.get(sample.form());
  }

  private String stem() {
    return sample.delivery().name().replaceFirst("\\.[^.]*$", "");
  }

  /** Additions to the plan's data list are numbered {@code A-nn}. */
  private String id() {
    int last =
        schemas.contracts().stream()
            .map(Contract::id)
            .map(ADDITION::matcher)
            .filter(Matcher::matches)
            .mapToInt(number -> Integer.parseInt(number.group(1)))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "A-%02d", last + 1);
  }

  /** The department whose folder the file lies in, else the first. */
  private String department() {
    return schemas.departments().entrySet().stream()
        .filter(
            entry ->
                entry.getValue().name().zh().equals(name(folder))
                    || entry.getValue().name().en().equals(name(folder)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> schemas.departments().keySet().iterator().next());
  }

  private static String name(Path folder) {
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /** The file's name in any folder, with the last year in it left open. */
  private String files() {
    String stem = stem();
    Optional<MatchResult> year = YEAR.matcher(stem).results().reduce((first, second) -> second);
    String name =
        year.isEmpty()
            ? literal(stem)
            : literal(stem.substring(0, year.get().start()))
                + "(?<year>\\d{4})"
                + literal(stem.substring(year.get().end()));
    String extension = Delivery.extension(sample.delivery().name());
    return "(.*/)?" + name + (extension.isEmpty() ? "" : "\\.(?i:" + literal(extension) + ")");
  }

  private static String literal(String text) {
    return text.replaceAll("[\\\\.^$|?*+()\\[\\]{}]", "\\\\$0");
  }
}

package org.planpulse.jobs.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planpulse.jobs.ingest.table.Label;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Spelling;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Turns what was seen of a file's columns into properties that a contract can state. */
final class DraftColumns {

  private static final Pattern SEVERAL = Pattern.compile("[、,，;；]");
  private static final Pattern ASCII_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_ -]*");

  /** What a table of this form cannot be loaded without, and what tells its rows apart. */
  private static final Map<Form, String> NAMES = Map.of(Form.RECORD_TABLE, "entry_name");

  private static final Map<Form, String> KEYS =
      Map.of(Form.RECORD_TABLE, "entry_id", Form.VECTOR_LAYER, "feature_id");

  private final Schemas schemas;
  private final String target;
  private final String prefix;
  private final TargetColumns columns;
  private final Set<String> used = new HashSet<>();
  private int unnamed;

  /**
   * @param id of the contract, which names what has no Latin name
   */
  DraftColumns(Schemas schemas, String target, String id) {
    this.schemas = schemas;
    this.prefix = id.toLowerCase(Locale.ROOT).replace('-', '_') + "_";
    this.target = target;
    this.columns = new TargetColumns(target, schemas);
  }

  /** Properties in the order of the file; columns without a heading are left out. */
  List<DraftColumn> of(FileSample sample) {
    if (sample.form() == Form.STATISTICAL_TABLE) {
      return sample.items().stream().map(this::item).toList();
    }
    List<ColumnSample> headed =
        sample.columns().stream().filter(column -> !column.heading().startsWith("[")).toList();
    List<Optional<String>> names = new ArrayList<>();
    for (ColumnSample column : headed) {
      Label label = label(column);
      boolean key = column.unique(sample.rows());
      names.add(columns.of(column, bare(column, label), unit(label), key, schemas));
    }
    nameOne(headed, names, sample, KEYS, true);
    nameOne(headed, names, sample, NAMES, false);
    List<DraftColumn> drafted = new ArrayList<>();
    for (int i = 0; i < headed.size(); i++) {
      drafted.add(column(headed.get(i), names.get(i), sample));
    }
    return drafted;
  }

  /** Gives a column that must or should exist to the first that can serve as it. */
  private void nameOne(
      List<ColumnSample> headed,
      List<Optional<String>> names,
      FileSample sample,
      Map<Form, String> wanted,
      boolean unique) {
    String name = wanted.get(sample.form());
    if (name == null || columns.given(name)) {
      return;
    }
    for (int i = 0; i < headed.size(); i++) {
      ColumnSample column = headed.get(i);
      boolean serves =
          unique
              ? column.unique(sample.rows())
              : column.type() == ColumnSample.Type.STRING && column.complete(sample.rows());
      if (names.get(i).isEmpty() && serves && columns.give(name)) {
        names.set(i, Optional.of(name));
      }
    }
    if (!unique && !columns.given(name) && !headed.isEmpty()) {
      int any = Math.max(0, names.indexOf(Optional.<String>empty()));
      columns.give(name);
      names.set(any, Optional.of(name));
    }
  }

  private DraftColumn column(ColumnSample sample, Optional<String> target, FileSample file) {
    Label label = label(sample);
    Optional<Unit> unit = sample.number() ? unit(label) : Optional.empty();
    boolean item = target.isEmpty() && unit.isPresent() && file.form() == Form.RECORD_TABLE;
    boolean key = target.isPresent() && KEYS.containsValue(target.get());
    boolean required = target.isPresent() && NAMES.containsValue(target.get());
    String name = target.orElseGet(() -> own(sample.heading()));
    used.add(name);
    boolean text = target.filter(columns::holdsTexts).isPresent();
    return new DraftColumn(
        name,
        sample.heading(),
        text ? "string" : type(sample),
        required,
        key && sample.unique(file.rows()),
        item,
        unit,
        sample.type() == ColumnSample.Type.STRING || key ? codelist(sample) : Optional.empty(),
        hint(sample, file, unit, target));
  }

  private static String type(ColumnSample sample) {
    return sample.type().name().toLowerCase(Locale.ROOT);
  }

  private static LocalText hint(
      ColumnSample sample, FileSample file, Optional<Unit> unit, Optional<String> target) {
    String value = sample.example().orElse("");
    String zh = value.isEmpty() ? "全部为空" : "样值 " + value;
    String en = value.isEmpty() ? "always empty" : "e.g. " + value;
    if (sample.unique(file.rows())) {
      zh += "；各行不重复";
      en += "; differs in every row";
    }
    if (sample.number() && unit.isEmpty() && target.isEmpty()) {
      zh += "；表头未写单位，要作为数量装入须加 item 与 unit";
      en += "; no unit in the heading: to load it as a figure add item and unit";
    }
    return new LocalText(zh, en);
  }

  private Optional<String> codelist(ColumnSample sample) {
    return schemas.codelists().entrySet().stream()
        .filter(list -> sample.fits(list.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private DraftColumn item(TableItem item) {
    Optional<Unit> unit = Optional.ofNullable(item.unit()).flatMap(this::unit);
    String zh = "样值 " + item.example();
    String en = "e.g. " + item.example();
    if (item.unit() == null) {
      zh += "；未印单位，须填";
      en += "; no unit is printed: state it";
    } else if (schemas.units().find(item.unit()).isEmpty()) {
      zh += "；所印单位“" + item.unit() + "”须核对";
      en += "; check the unit printed, \"" + item.unit() + "\"";
    }
    Optional<String> known = knownAs(item);
    zh += known.map(name -> "；他处已有同名项 " + name).orElse("");
    en += known.map(name -> "; other contracts call it " + name).orElse("");
    return new DraftColumn(
        numbered(),
        item.path(),
        "number",
        false,
        false,
        true,
        Optional.of(unit.orElseGet(() -> schemas.units().get("1"))),
        Optional.empty(),
        new LocalText(zh, en));
  }

  /** The item of another contract under the same words, which must not be given two figures. */
  private Optional<String> knownAs(TableItem item) {
    String spelling = Spelling.fold(item.path());
    for (Contract contract : schemas.contracts()) {
      for (Column column : contract.columns()) {
        boolean same =
            column.item()
                && contract.target().equals(target)
                && column.aliases().stream().anyMatch(a -> Spelling.fold(a).equals(spelling));
        if (same) {
          return Optional.of(contract.id() + " " + column.name());
        }
      }
    }
    return Optional.empty();
  }

  private Label label(ColumnSample sample) {
    return Label.of(sample.heading(), text -> schemas.units().find(text).isPresent());
  }

  private static String bare(ColumnSample sample, Label label) {
    return label.name().isEmpty() ? sample.heading() : label.name();
  }

  private Optional<Unit> unit(Label label) {
    return Optional.ofNullable(label.unit()).flatMap(schemas.units()::find);
  }

  /** Of several units printed above a table the first that is known. */
  private Optional<Unit> unit(String printed) {
    return schemas
        .units()
        .find(printed)
        .or(
            () ->
                SEVERAL
                    .splitAsStream(printed)
                    .flatMap(part -> schemas.units().find(part).stream())
                    .findFirst());
  }

  /** A name from the heading where it is Latin, else a number; never one that silver has. */
  private String own(String heading) {
    String name = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    boolean free =
        ASCII_NAME.matcher(heading.strip()).matches() && !columns.has(name) && used.add(name);
    return free ? name : numbered();
  }

  /** Items are known to the whole warehouse, so no other contract may have the name. */
  private String numbered() {
    unnamed++;
    return prefix + unnamed;
  }
}

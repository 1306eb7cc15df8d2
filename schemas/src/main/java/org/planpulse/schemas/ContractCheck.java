package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;
import org.planpulse.schemas.contract.QualityRule;

/** Checks contracts against departments, warehouse tables, units and code lists. */
final class ContractCheck {

  private static final Pattern CRS = Pattern.compile("EPSG:\\d+|GCJ-02|BD-09");
  private static final Pattern INDICATOR = Pattern.compile("[A-Z]+\\d*(-[A-Z])?-\\d{2}");

  private final Schemas schemas;

  ContractCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    Set<String> ids = new HashSet<>();
    for (Contract contract : schemas.contracts()) {
      String where = "contract " + contract.id();
      require(ids.add(contract.id()), where, "is defined twice");
      check(contract, where);
      checkTarget(contract, where);
      checkNames(contract, where);
      checkNeeds(contract, where);
      contract.columns().forEach(column -> check(column, where + ", column " + column.name()));
      contract.rules().forEach(rule -> check(contract, rule, where + ", rule " + rule.id()));
    }
  }

  private void check(Contract contract, String where) {
    require(
        schemas.departments().containsKey(contract.department()),
        where,
        "names unknown department " + contract.department());
    require(!contract.files().isEmpty(), where, "has no file pattern");
    require(
        contract.form() != Form.VECTOR_LAYER || contract.crs().isPresent(),
        where,
        "is a vector layer without a declared CRS");
    require(namesCrs(contract), where, "has a CRS that is neither EPSG:number nor GCJ-02 or BD-09");
  }

  private static boolean namesCrs(Contract contract) {
    return contract.crs().isEmpty() || CRS.matcher(contract.crs().get()).matches();
  }

  private void checkTarget(Contract contract, String where) {
    String ddl = schemas.warehouse().get(contract.target());
    require(ddl != null, where, "names unknown table " + contract.target());
    for (String constant : contract.constants().keySet()) {
      require(
          ddl.contains("\n  " + constant + " "),
          where,
          "sets " + constant + ", which is no column of " + contract.target());
    }
  }

  /**
   * Studies of the plan, and indicators of an edition whether or not the catalogue has them yet.
   */
  private void checkNeeds(Contract contract, String where) {
    for (String need : contract.neededBy()) {
      require(
          schemas.studies().containsKey(need) || INDICATOR.matcher(need).matches(),
          where,
          "is needed by "
              + need
              + ", which is neither of codelists/studies.yaml nor an indicator code");
    }
  }

  /** Statistics have items only; other rows may compare any numbers, of one kind of unit. */
  private void check(Contract contract, QualityRule rule, String where) {
    boolean statistic = contract.target().equals("silver.statistic");
    Set<String> kinds = new HashSet<>();
    for (String item : rule.items()) {
      Column column = contract.column(item).orElse(null);
      require(
          column != null && (column.item() || !statistic && number(column)),
          where,
          "names " + item + ", which is no item" + (statistic ? "" : " and no number"));
      kinds.add(column.unit().map(unit -> schemas.units().get(unit).si()).orElse(""));
    }
    require(kinds.size() == 1, where, "compares units that differ in kind");
  }

  private static boolean number(Column column) {
    return column.logicalType().equals("number") || column.logicalType().equals("integer");
  }

  /** A header must lead to one column only. */
  private static void checkNames(Contract contract, String where) {
    require(
        contract.columns().isEmpty() == (contract.form() == Form.DOCUMENT),
        where,
        contract.form() == Form.DOCUMENT ? "is a document with properties" : "has no properties");
    Set<String> names = new HashSet<>();
    Map<String, Column> byAlias = new HashMap<>();
    for (Column column : contract.columns()) {
      require(names.add(column.name()), where, "has two properties named " + column.name());
      for (String alias : column.aliases()) {
        Column other = byAlias.put(Spelling.fold(alias), column);
        require(
            other == null || other == column,
            where,
            "gives the header " + alias + " to more than one column: " + column.name());
      }
    }
  }

  private void check(Column column, String where) {
    column
        .unit()
        .ifPresent(
            unit ->
                require(
                    schemas.units().find(unit).isPresent(), where, "names unknown unit " + unit));
    column
        .codelist()
        .ifPresent(
            codelist ->
                require(
                    schemas.codelists().containsKey(codelist),
                    where,
                    "names unknown code list " + codelist));
    require(!column.item() || column.unit().isPresent(), where, "is an item without a unit");
  }
}

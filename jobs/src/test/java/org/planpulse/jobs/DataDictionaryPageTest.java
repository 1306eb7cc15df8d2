package org.planpulse.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Department;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;

class DataDictionaryPageTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @Test
  void thePageListsEveryDatasetAndItsColumns() throws IOException {
    new GeneratedPage("data-dictionary.md")
        .mustSay(
            """
            # Data dictionary 数据字典

            What each department hands over, item by item of the plan's data list: %d datasets of %d departments. A number
            such as `D01-08` is body 1, item 8; `t` is its text, `v` its layer; `A-nn` are additions of this project. Each has
            its contract under `schemas/contracts/`. Columns in **bold** are required; those marked † are measured items.

            各部门按资料清单逐项提供的数据。编号如 `D01-08` 为第 1 个部门第 8 项；`t` 为文本，`v` 为图层；`A-nn` 为本项目增列。
            合同见 `schemas/contracts/`。**粗体**为必填，† 为数量项。
            """
                    .formatted(SCHEMAS.contracts().size(), owing().size())
                + owing().stream()
                    .map(DataDictionaryPageTest::section)
                    .collect(Collectors.joining()));
  }

  private static List<Department> owing() {
    return SCHEMAS.departments().values().stream()
        .filter(department -> !contracts(department).isEmpty())
        .toList();
  }

  private static List<Contract> contracts(Department department) {
    return SCHEMAS.contracts().stream()
        .filter(contract -> contract.department().equals(department.key()))
        .toList();
  }

  private static String section(Department department) {
    return "\n## %s %s %s\n"
            .formatted(department.key(), department.name().zh(), department.name().en())
        + contracts(department).stream()
            .map(DataDictionaryPageTest::entry)
            .collect(Collectors.joining());
  }

  private static String entry(Contract contract) {
    String head =
        "\n### %s %s\n\n%s · %s · %s%s · needed by 用于 %s\n"
            .formatted(
                contract.id(),
                contract.name(),
                contract.nameEn(),
                contract.form().name().toLowerCase(Locale.ROOT),
                contract.period(),
                contract.crs().map(crs -> " · " + crs).orElse(""),
                contract.neededBy().isEmpty() ? "–" : String.join(", ", contract.neededBy()));
    if (contract.columns().isEmpty()) {
      return head;
    }
    return head
        + "\n| column | 名称 | unit | meaning |\n|---|---|---|---|\n"
        + contract.columns().stream()
            .map(DataDictionaryPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(Column column) {
    String name = column.required() ? "**" + column.name() + "**" : column.name();
    return "| %s%s | %s | %s | %s |\n"
        .formatted(
            name,
            column.item() ? " †" : "",
            cell(column.label()),
            cell(column.unit().orElse("")),
            cell(column.description()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}

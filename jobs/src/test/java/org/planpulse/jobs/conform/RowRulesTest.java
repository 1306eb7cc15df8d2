package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.ContractReader;

/** Rules between the columns of one row, of lists and of layers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowRulesTest {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: X-1
      version: 1.0.0
      name: 地块
      schema:
        - name: theme_feature
          quality:
            - {id: built, type: custom, engine: planpulse, severity: error,
               implementation: "area >= building_area + yard"}
          properties:
            - name: area
              businessName: 面积
              logicalType: number
              customProperties: [{property: unit, value: hm2}]
            - name: building_area
              businessName: 建筑面积
              logicalType: number
              logicalTypeOptions: {minimum: 0}
              customProperties: [{property: unit, value: m2}]
            - name: yard
              businessName: 院落
              logicalType: number
              customProperties:
                - {property: unit, value: m2}
                - {property: valueCodes, value: {"9999": MISSING}}
      customProperties:
        - {property: nameEn, value: Plots}
        - {property: department, value: D01}
        - {property: form, value: vector_layer}
        - {property: period, value: once}
        - {property: target, value: silver.theme_feature}
      """;

  private static final RowRules RULES = rules();

  private ConformFixture fixture;
  private JobResult projects;
  private List<Issue> ofProjects;

  @BeforeAll
  void conformProjectsAndParcels(@TempDir Path folder) {
    fixture = new ConformFixture(folder);
    fixture.file("projects", "D02-07", 2024, "2024-03-01");
    project(2, "公路", "1000", "400");
    project(3, "学校", "500", "800");
    project(4, "水库", "约五百", "800");
    projects = fixture.run(new ConformRegisters());
    ofProjects = fixture.issues().issues();
    fixture.file("DLTB_2025", "A-01", 2025, "2026-03-01");
    parcel(1, "2.00", "97.98");
    parcel(2, "2.00", "98.98");
    fixture.run(new ConformParcels());
  }

  @Test
  void valuesAreComparedInOneUnitAndWithinTheirRounding() {
    assertThat(problems("0.01", "60", "39.9")).isEmpty();
    assertThat(problems("0.01", "59.9", "90.1")).as("0.01 hm2 may be as much as 150 m2").isEmpty();
    Problem broken = problems("0.0100", "60.4", "90.3").get(0);
    assertThat(broken.code()).isEqualTo("ROW_RULE_BROKEN_ERROR");
    assertThat(broken.quarantines()).isFalse();
    assertThat(broken.values())
        .containsEntry("rule", "建筑面积 + 院落 <= 面积")
        .containsEntry("excess", "50.7")
        .containsEntry("unit", "m2")
        .containsEntry("id", "#1");
  }

  @Test
  void ofMissingImplausibleOrUnreadableValuesNothingIsSaid() {
    assertThat(problems("", "60", "90")).isEmpty();
    assertThat(problems("0.0001", "60", "9999")).isEmpty();
    assertThat(problems("0.0001", "-60", "900")).isEmpty();
    assertThat(problems("0.0001", "不详", "900")).isEmpty();
  }

  @Test
  void aLineThatBreaksARuleIsLoadedAndNamedOnce() {
    assertThat(projects.counts())
        .containsEntry("rows_loaded", 3L)
        .containsEntry("rows_quarantined", 0L);
    assertThat(ofProjects)
        .filteredOn(issue -> issue.kind().code().startsWith("ROW_RULE"))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.kind().severity()).isEqualTo("warning");
              assertThat(issue.file()).isEqualTo("projects");
              assertThat(issue.place()).isEqualTo("S!3");
              assertThat(issue.message(Language.ZH))
                  .contains("#3")
                  .contains("“本年计划投资 <= 总投资”")
                  .contains("300 万元")
                  .doesNotContain("{");
            });
  }

  @Test
  void soIsAFeature() {
    Issue issue = fixture.issue("ROW_RULE_BROKEN_WARNING");

    assertThat(issue.place()).isEqualTo("L!2");
    assertThat(issue.message(Language.EN))
        .contains("图斑地类面积 + 扣除地类面积 = 图斑面积")
        .contains("152501000000000002")
        .contains("1 m2");
    assertThat(fixture.rows("silver.land_parcel", "bsm")).hasSize(2);
  }

  private static RowRules rules() {
    Contract contract = ContractReader.read("x.yaml", CONTRACT);
    List<FieldSpec> fields =
        contract.columns().stream()
            .map(column -> FieldSpec.of(column, ConformFixture.schemas()))
            .toList();
    return new RowRules(contract.rules(), fields);
  }

  private static List<Problem> problems(String area, String built, String yard) {
    SilverRow row = new SilverRow();
    RULES.check(
        new HashMap<>(Map.of("area", area, "building_area", built, "yard", yard)), "#1", row);
    return row.problems();
  }

  private void project(int line, String name, String total, String year) {
    fixture.record("D02-07", "projects", line, Map.of("项目名称", name, "总投资", total, "本年计划投资", year));
  }

  private void parcel(int number, String deducted, String net) {
    String east = number == 1 ? "37579000" : "37579100";
    String wkt =
        "POLYGON((%1$s 4835000, %2$s 4835000, %2$s 4835010, %1$s 4835010, %1$s 4835000))"
            .formatted(east, Integer.parseInt(east) + 10);
    fixture.feature(
        "A-01",
        "DLTB_2025",
        number,
        "EPSG:4525",
        wkt,
        Map.of(
            "BSM",
            "15250100000000000" + number,
            "DLBM",
            "0103",
            "ZLDWDM",
            "1525012002010000000",
            "TBMJ",
            "99.98",
            "KCMJ",
            deducted,
            "TBDLMJ",
            net));
  }
}

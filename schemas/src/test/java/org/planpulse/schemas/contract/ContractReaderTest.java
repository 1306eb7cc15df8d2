package org.planpulse.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaException;

class ContractReaderTest {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: X-01
      version: 1.0.0
      status: active
      name: 名称
      schema:
        - name: table
          properties:
            - name: gdp
              businessName: 地区生产总值
              physicalName: GDP
              logicalType: number
              logicalTypeOptions: {minimum: 0, maximum: 9.5}
              customProperties:
                - {property: item, value: true}
                - {property: unit, value: 万元}
                - {property: aliases, value: [生产总值, GDP]}
            - name: bsm
              logicalType: string
              required: true
              unique: true
              logicalTypeOptions: {pattern: '^[0-9]{18}$'}
      customProperties:
        - {property: nameEn, value: Name}
        - {property: department, value: D10}
        - {property: form, value: statistical_table}
        - {property: period, value: year}
        - {property: files, value: ['a/(?<year>[0-9]{4})\\.xls']}
        - {property: target, value: silver.statistic}
      """;

  private static final String PROPERTY = "          - {property: %s, value: %s}";

  @Test
  void readsWhatTheStandardAndTheCustomPropertiesSay() {
    Contract contract = ContractReader.read("contracts/x.yaml", CONTRACT);

    assertThat(contract.form()).isEqualTo(Form.STATISTICAL_TABLE);
    assertThat(contract.yearOf("a/2019.xls")).contains(2019);
    assertThat(contract.layer()).isEmpty();
    Column gdp = contract.column("gdp").orElseThrow();
    assertThat(gdp.aliases()).containsExactly("地区生产总值", "GDP", "生产总值");
    assertThat(gdp.item()).isTrue();
    assertThat(gdp.unit()).contains("万元");
    assertThat(gdp.maximum()).contains(9.5);
    assertThat(gdp.required()).isFalse();
    Column bsm = contract.column("bsm").orElseThrow();
    assertThat(bsm.label()).isEqualTo("bsm");
    assertThat(bsm.required()).isTrue();
    assertThat(bsm.unique()).isTrue();
    assertThat(bsm.unit()).isEmpty();
  }

  @Test
  void namesFileAndFieldWhenSomethingIsMissing() {
    assertThatThrownBy(() -> read(CONTRACT.replace("{property: target, ", "{property: aim, ")))
        .isInstanceOf(SchemaException.class)
        .hasMessage("contracts/x.yaml: 'target' is missing");
  }

  @Test
  void namesFileAndLineWhenTheYamlIsBroken() {
    assertThatThrownBy(() -> read(CONTRACT.replace("name: 名称", "name: [名称")))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("contracts/x.yaml, line 7");
  }

  @Test
  void aKeyWrittenTwiceIsAnError() {
    assertThatThrownBy(() -> read(CONTRACT.replace("name: 名称", "name: 名称\nname: 别名")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("contracts/x.yaml, line 7")
        .hasMessageContaining("name");
  }

  @Test
  void anOlderContractStandardIsAnError() {
    assertThatThrownBy(() -> read(CONTRACT.replace("v3.1.0", "v2.2.2")))
        .isInstanceOf(SchemaException.class)
        .hasMessage("contracts/x.yaml is not a DataContract of ODCS v3");
  }

  @Test
  void anUnknownFormIsAnError() {
    assertThatThrownBy(() -> read(CONTRACT.replace("statistical_table", "table")))
        .isInstanceOf(SchemaException.class)
        .hasMessage("contracts/x.yaml: unknown form 'table'");
  }

  @Test
  void aBrokenFilePatternIsAnError() {
    assertThatThrownBy(() -> read(CONTRACT.replace("'a/(", "'a/((")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("contracts/x.yaml")
        .hasMessageContaining("regular expression");
  }

  @Test
  void aPropertyGivenTwiceIsAnErrorOfItsColumn() {
    assertThatThrownBy(
            () ->
                read(
                    CONTRACT.replace(
                        "value: 万元}", "value: 万元}\n" + PROPERTY.formatted("unit", "元"))))
        .isInstanceOf(SchemaException.class)
        .hasMessage("contracts/x.yaml: column 'gdp': property 'unit' is given twice, keep one");
    assertThatThrownBy(() -> read(CONTRACT + "  - {property: period, value: month}\n"))
        .isInstanceOf(SchemaException.class)
        .hasMessage("contracts/x.yaml: property 'period' is given twice, keep one")
        .extracting(fault -> ((SchemaException) fault).message(Language.ZH))
        .isEqualTo("contracts/x.yaml：属性“period”写了两次，请只保留一处");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'0,05'", "<0.05", "0", "-1"})
  void aDetectionLimitIsANumberAboveZero(String limit) {
    assertThatThrownBy(
            () ->
                read(
                    CONTRACT.replace(
                        "value: 万元}",
                        "value: 万元}\n" + PROPERTY.formatted("detectionLimit", limit))))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("contracts/x.yaml: column 'gdp': 'detectionLimit' is")
        .hasMessageContaining(limit.replace("'", ""))
        .extracting(fault -> ((SchemaException) fault).message(Language.ZH))
        .asString()
        .contains("检出限", limit.replace("'", ""), "大于 0");
  }

  private static Contract read(String text) {
    return ContractReader.read("contracts/x.yaml", text);
  }
}

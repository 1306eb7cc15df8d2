package org.planpulse.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

  private static final QueryResult LAND =
      new QueryResult(
          List.of(
              new QueryResult.Column("dlbm", "VARCHAR"),
              new QueryResult.Column("地类", "VARCHAR"),
              new QueryResult.Column("area_m2", "DECIMAL(20,2)")),
          List.of(
              Arrays.asList("0401", "天然牧草地", new BigDecimal("1234567.80")),
              Arrays.asList("1203", null, new BigDecimal("-5.00"))));

  @Test
  void chineseCharactersTakeTwoColumnsAndNumbersStandRight() throws IOException {
    assertThat(text(new TableWriter(80), LAND))
        .isEqualTo(
            """
            dlbm  地类           area_m2
            ----  ----------  ----------
            0401  天然牧草地  1234567.80
            1203                   -5.00
            """);
  }

  @Test
  void textsAreCutToTheWidthAndNumbersAreNot() throws IOException {
    QueryResult wide = with("天然牧草地及其他草地一览", new BigDecimal("123456789012.34"));

    String table = text(new TableWriter(30), wide);

    assertThat(table.lines()).allMatch(line -> DisplayWidth.of(line) <= 30);
    assertThat(table).contains("天然牧草地及…").contains("123456789012.34");
  }

  @Test
  void whatDoesNotFitAtAllIsWrittenInBlocks() throws IOException {
    assertThat(text(new TableWriter(20), with("草地", new BigDecimal("123456789012.34"))))
        .isEqualTo("-- 1\nname   草地\nvalue  123456789012.34\n");
  }

  @Test
  void aLineBreakInACellDoesNotBreakTheTable() throws IOException {
    assertThat(text(new TableWriter(80), with("一\r\n二", BigDecimal.ONE))).endsWith("一 二      1\n");
  }

  @Test
  void csvQuotesAndCarriesNoFormula() throws IOException {
    QueryResult texts =
        new QueryResult(
            List.of(
                new QueryResult.Column("text", "VARCHAR"), new QueryResult.Column("n", "INTEGER")),
            List.of(
                List.of("=1+1", -1),
                List.of("+86", 2),
                List.of("-x", 3),
                List.of("@SUM(A1)", 4),
                List.of("a,\"b\"", 5)));
    assertThat(text(new CsvWriter(), texts))
        .isEqualTo("text,n\n'=1+1,-1\n'+86,2\n'-x,3\n'@SUM(A1),4\n\"a,\"\"b\"\"\",5\n");
  }

  @Test
  void jsonKeepsTypesAndNulls() throws IOException {
    assertThat(text(new JsonWriter(), LAND))
        .isEqualTo(
            """
            [
            {"dlbm":"0401","地类":"天然牧草地","area_m2":1234567.80},
            {"dlbm":"1203","地类":null,"area_m2":-5.00}
            ]
            """);
  }

  @Test
  void valuesAreWrittenTheSameInEveryLocale() {
    assertThat(CellText.of(1e12)).isEqualTo("1000000000000");
    assertThat(CellText.of(0.1)).isEqualTo("0.1");
    assertThat(CellText.of(-0.0)).isEqualTo("0");
    assertThat(CellText.of(1e-7)).isEqualTo("0.0000001");
    assertThat(CellText.of(0.1f)).isEqualTo("0.1");
    assertThat(CellText.of(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
    assertThat(CellText.of(new byte[] {1, (byte) 0xff})).isEqualTo("01ff");
    assertThat(CellText.of(List.of("a", 1))).isEqualTo("[a, 1]");
    assertThat(CellText.of(Map.of("a", 2.0))).isEqualTo("{a=2}");
    assertThat(CellText.of(null)).isEmpty();
  }

  private static QueryResult with(String name, BigDecimal value) {
    return new QueryResult(
        List.of(
            new QueryResult.Column("name", "VARCHAR"),
            new QueryResult.Column("value", "DECIMAL(20,2)")),
        List.of(List.of(name, value)));
  }

  private static String text(ResultWriter writer, QueryResult result) throws IOException {
    StringBuilder text = new StringBuilder();
    writer.write(result, text);
    return text.toString();
  }
}

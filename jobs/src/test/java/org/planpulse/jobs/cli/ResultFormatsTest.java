package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.query.QueryResult;

class ResultFormatsTest {

  private static final QueryResult RESULT =
      new QueryResult(
          List.of(
              new QueryResult.Column("name", "VARCHAR"),
              new QueryResult.Column("value", "DOUBLE"),
              new QueryResult.Column("day", "DATE"),
              new QueryResult.Column("shape", "BLOB")),
          List.of(
              Arrays.asList(
                  "a, \"b\"", 1.5, LocalDate.of(2026, 9, 18), new byte[] {1, (byte) 0xff}),
              Arrays.asList("耕地", null, null, null)));

  @Test
  void csvQuotesWhatItMustAndLeavesMissingValuesEmpty() {
    assertThat(new ResultCsv().of(RESULT))
        .isEqualTo("name,value,day,shape\r\n\"a, \"\"b\"\"\",1.5,2026-09-18,01ff\r\n耕地,,,\r\n");
  }

  @Test
  void jsonKeepsNumbersAndMissingValues() {
    assertThat(new ResultJson().of(RESULT).replaceAll("\\s", ""))
        .isEqualTo(
            "[{\"name\":\"a,\\\"b\\\"\",\"value\":1.5,\"day\":\"2026-09-18\",\"shape\":\"01ff\"},"
                + "{\"name\":\"耕地\",\"value\":null,\"day\":null,\"shape\":null}]");
  }

  @Test
  void aTableShowsEveryValueOnOneLine() {
    assertThat(FormatOption.table(RESULT))
        .containsExactly(
            "name    value  day         shape",
            "------  -----  ----------  -----",
            "a, \"b\"    1.5  2026-09-18  01ff",
            "耕地");
  }
}

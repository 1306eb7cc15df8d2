package org.planpulse.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.TableFiles;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.Language;

class QuerySessionTest {

  private static final Map<String, String> DDL =
      Map.of(
          "silver.fact",
          "CREATE TABLE silver.fact (id INT, dataset STRING, year INT, area_m2 DECIMAL(20,2),"
              + " share DOUBLE, seen DATE, at TIMESTAMP, tags ARRAY<STRING>,"
              + " counts MAP<STRING, BIGINT>, shape BINARY, ok BOOLEAN)"
              + " USING delta PARTITIONED BY (dataset, year) COMMENT '事实'",
          "silver.empty",
          "CREATE TABLE silver.empty (id INT, area_m2 DECIMAL(20,2), tags ARRAY<STRING>)"
              + " USING delta COMMENT '空'");

  @TempDir static Path temporary;
  private static Path folder;
  private static DeltaWarehouse warehouse;
  private QuerySession session;

  @BeforeAll
  static void writeTables() {
    folder = temporary.resolve("城市 [1]'s *");
    warehouse = new DeltaWarehouse(folder, DDL, SharedSpark.session());
    String rows =
        "SELECT cast(id AS int) id, %s dataset, cast(2020 + id %% 2 AS int) year,"
            + " cast(id * 1234567.89 AS decimal(20,2)) area_m2, id / 3 share,"
            + " date_add(date'2026-01-31', cast(id AS int)) seen,"
            + " timestamp'2026-03-01 08:30:00.123456' at, array('甲', cast(id AS string)) tags,"
            + " map('b', id, 'a', 2 * id) counts, cast('汉' AS binary) shape,"
            + " if(id = 2, null, true) ok FROM range(%d)";
    warehouse.append(
        "silver.fact", SharedSpark.session().sql(rows.formatted("'to be replaced'", 9)));
    warehouse.replace(
        "silver.fact",
        SharedSpark.session()
            .sql(rows.formatted("'a b/c=汉''%'", 4))
            .union(SharedSpark.session().sql(rows.formatted("cast(null AS string)", 1))));
    warehouse.replaceWhere(
        "silver.fact",
        "year = 2021",
        SharedSpark.session().sql(rows.formatted("'new'", 4)).where("year = 2021"));
    warehouse.replace("silver.empty", warehouse.read("silver.empty"));
  }

  @BeforeEach
  void open() {
    session = QuerySession.open(new WarehouseLayout(folder));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void everyTypeAndPartitionReadsAsWithSpark() {
    List<List<Object>> expected =
        warehouse.read("silver.fact").orderBy("id", "dataset").collectAsList().stream()
            .map(QuerySessionTest::plain)
            .toList();

    List<List<Object>> actual =
        session.query("SELECT * FROM silver.fact ORDER BY id, dataset NULLS FIRST").rows().stream()
            .map(QuerySessionTest::instants)
            .toList();

    assertThat(expected).hasSize(5);
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void onlyLiveFilesCount() {
    assertThat(session.query("SELECT count(*), sum(area_m2) FROM silver.fact").rows())
        .containsExactly(List.of(5L, new BigDecimal("7407407.34")));
    assertThat(session.query("SELECT count(*) FROM silver.fact WHERE dataset = 'new'").rows())
        .containsExactly(List.of(2L));
  }

  @Test
  void aTableCanBeDescribedAndSummarized() {
    assertThat(session.query("DESCRIBE silver.fact").rows())
        .hasSize(11)
        .first()
        .satisfies(row -> assertThat(row).startsWith("id", "INTEGER"));
    assertThat(session.query("SUMMARIZE silver.fact").rows()).hasSize(11);
    assertThat(session.query("WITH t AS (FROM silver.fact) SELECT count(*) FROM t").rows())
        .containsExactly(List.of(5L));
  }

  @Test
  void anEmptyTableHasItsColumns() {
    QueryResult result = session.query("SELECT * FROM silver.empty");

    assertThat(result.rows()).isEmpty();
    assertThat(result.columns())
        .containsExactly(
            new QueryResult.Column("id", "INTEGER"),
            new QueryResult.Column("area_m2", "DECIMAL(20,2)"),
            new QueryResult.Column("tags", "VARCHAR[]"));
  }

  @Test
  void aLaterVersionIsSeenByTheSameSession() {
    Path other = folder.resolve("other");
    DeltaWarehouse tables = new DeltaWarehouse(other, DDL, SharedSpark.session());
    try (QuerySession query = QuerySession.open(new WarehouseLayout(other))) {
      String count = "SELECT count(*) FROM silver.empty";
      tables.append("silver.empty", SharedSpark.session().sql("SELECT 1 id"));
      assertThat(query.query(count).rows()).containsExactly(List.of(1L));
      tables.append("silver.empty", SharedSpark.session().sql("SELECT 2 id"));
      assertThat(query.query(count).rows()).containsExactly(List.of(2L));
    }
  }

  @Test
  void anEarlierVersionListsItsOwnFiles() {
    Path table = new WarehouseLayout(folder).folder("silver.fact");
    assertThat(TableFiles.asOf(table, 1).rows()).isEqualTo(9);
    assertThat(TableFiles.latest(table).rows()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO '/tmp/planpulse-should-not-exist.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT content FROM read_text('/etc/passwd')",
        "ATTACH '/tmp/planpulse-should-not-exist.db'",
        "SET enable_external_access = true",
        "DROP VIEW silver.fact",
        "INSTALL spatial",
        "SELECT 1; SELECT 2"
      })
  void nothingButSelectingFromTheTablesIsDone(String sql) {
    assertThatThrownBy(() -> session.query(sql)).isInstanceOf(OperatorError.class);
    assertThat(Path.of("/tmp/planpulse-should-not-exist.csv")).doesNotExist();
    assertThat(Files.exists(Path.of("/tmp/planpulse-should-not-exist.db"))).isFalse();
  }

  @Test
  void aMistakeIsToldInOneSentenceAndTheSessionGoesOn() {
    assertThatThrownBy(() -> session.query("SELECT nothing FROM silver.fact"))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("nothing")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> session.query("SELEC 1")).isInstanceOf(OperatorError.class);
    assertThatThrownBy(() -> session.query("SELECT * FROM gold.none"))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("none");
    for (String wrong : List.of("DROP TABLE silver.fact", "SELECT 1; SELECT 2", "SELEC 1")) {
      assertThatThrownBy(() -> session.query(wrong))
          .isInstanceOfSatisfying(
              OperatorError.class,
              error -> {
                assertThat(error.message(Language.ZH)).doesNotContain("。。", ".。");
                assertThat(error.message(Language.EN)).doesNotContain("..");
              });
    }
    assertThat(session.query("SELECT 1").rows()).containsExactly(List.of(1));
  }

  private static List<Object> plain(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value instanceof Date date) {
        value = date.toLocalDate();
      } else if (value instanceof Timestamp timestamp) {
        value = timestamp.toInstant();
      } else if (row.schema().fieldNames()[i].equals("tags")) {
        value = row.getList(i);
      } else if (row.schema().fieldNames()[i].equals("counts")) {
        value = row.getJavaMap(i);
      }
      values.add(value);
    }
    return values;
  }

  private static List<Object> instants(List<Object> row) {
    return Arrays.asList(
        row.stream()
            .map(value -> value instanceof OffsetDateTime time ? time.toInstant() : value)
            .toArray());
  }
}

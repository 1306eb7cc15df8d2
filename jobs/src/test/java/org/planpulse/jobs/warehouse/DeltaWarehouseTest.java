package org.planpulse.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.TestSchemas;
import org.planpulse.jobs.query.TableCatalog;
import org.planpulse.jobs.query.TableCatalog.ColumnInfo;
import org.planpulse.jobs.query.TableCatalog.TableInfo;

class DeltaWarehouseTest {

  private static final String PARCEL =
      "CREATE TABLE silver.parcel ("
          + "year INT NOT NULL COMMENT '年份', bsm STRING NOT NULL COMMENT '标识码',"
          + " area_m2 DECIMAL(20,2) COMMENT '面积；含(田坎)', note STRING COMMENT '备注')"
          + " USING delta PARTITIONED BY (year) COMMENT '图斑'";

  @TempDir Path folder;
  private WarehouseLayout layout;
  private DeltaWarehouse warehouse;

  @BeforeEach
  void open() {
    layout = new WarehouseLayout(folder);
    warehouse = warehouse(PARCEL);
  }

  @Test
  void rowsAreMatchedByNameAndCastToTheTable() {
    warehouse.replace("silver.parcel", rows("cast(12.345 as double) area_m2, 'A' bsm, 2020L year"));

    Row row = warehouse.read("silver.parcel").head();
    assertThat(row.getInt(0)).isEqualTo(2020);
    assertThat(row.getString(1)).isEqualTo("A");
    assertThat(row.getDecimal(2)).isEqualTo(new BigDecimal("12.35"));
    assertThat(row.isNullAt(3)).isTrue();
  }

  @Test
  void commentsAndNotNullOutliveReplacing() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    warehouse.replace("silver.parcel", parcel(2020, "B"));

    TableCatalog catalog = new TableCatalog(layout);
    assertThat(catalog.tables()).singleElement().extracting(TableInfo::comment).isEqualTo("图斑");
    assertThat(catalog.tables().get(0).rows()).isEqualTo(1);
    assertThat(catalog.columns("silver.parcel"))
        .startsWith(
            new ColumnInfo("year", "INTEGER", false, "年份"),
            new ColumnInfo("bsm", "VARCHAR", false, "标识码"),
            new ColumnInfo("area_m2", "DECIMAL(20,2)", true, "面积；含(田坎)"));
  }

  @Test
  void replacingAPartLeavesTheRestAndIsOneCommit() {
    warehouse.replace("silver.parcel", parcel(2020, "A").union(parcel(2021, "B")));
    long before = layout.version("silver.parcel").orElseThrow();

    warehouse.replaceWhere("silver.parcel", "year = 2021", parcel(2021, "C"));
    warehouse.append("silver.parcel", parcel(2022, "D"));

    assertThat(warehouse.read("silver.parcel").orderBy("bsm").collectAsList())
        .extracting(row -> row.getString(1))
        .containsExactly("A", "C", "D");
    assertThat(layout.version("silver.parcel")).hasValue(before + 2);
  }

  @Test
  void aTableNotYetWrittenIsEmptyAndHasNoVersion() {
    Dataset<Row> none = warehouse.read("silver.parcel");

    assertThat(none.count()).isZero();
    assertThat(none.schema().fieldNames()).containsExactly("year", "bsm", "area_m2", "note");
    assertThat(warehouse.version("silver.parcel")).isEqualTo(OptionalLong.empty());
    assertThat(warehouse.versions()).isEmpty();
  }

  @Test
  void aColumnTheTableLacksOrMustHaveIsAFaultOfTheProgram() {
    assertThatThrownBy(() -> warehouse.append("silver.parcel", rows("2020 year, 'A' bsm, 1 area")))
        .hasMessage("the table silver.parcel has no column [area]");
    assertThatThrownBy(() -> warehouse.append("silver.parcel", rows("2020 year")))
        .hasMessage("rows for silver.parcel lack the column bsm, which must not be null");
    assertThatThrownBy(() -> warehouse.read("silver.nothing"))
        .hasMessage("schemas/warehouse/ has no table silver.nothing");
  }

  @Test
  void replacedRowsBringTheColumnsOfToday() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse newer =
        warehouse(PARCEL.replace(" note STRING", " owner STRING COMMENT '权属', remark STRING"));

    newer.replace("silver.parcel", parcel(2021, "C"));
    assertThat(newer.read("silver.parcel").columns())
        .contains("owner", "remark")
        .doesNotContain("note");
    assertThat(newer.read("silver.parcel").count()).isEqualTo(1);
    assertThat(new TableCatalog(layout).columns("silver.parcel"))
        .contains(new ColumnInfo("owner", "VARCHAR", true, "权属"));
  }

  @Test
  void aColumnTheTableHasGainedIsTakenOver() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse newer =
        warehouse(PARCEL.replace(" note STRING", " owner STRING COMMENT '权属', note STRING"));

    newer.append("silver.parcel", parcel(2021, "B"));
    assertThat(newer.read("silver.parcel").columns()).contains("owner");
    assertThat(newer.read("silver.parcel").count()).isEqualTo(2);

    newer.replace("silver.parcel", parcel(2021, "C"));
    assertThat(new TableCatalog(layout).columns("silver.parcel"))
        .contains(new ColumnInfo("owner", "VARCHAR", true, "权属"))
        .contains(new ColumnInfo("year", "INTEGER", false, "年份"));
  }

  @Test
  void aTableWhoseColumnsChangedKeepsItsPartitionsAndRefusesNulls() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse newer =
        warehouse(
            PARCEL.replace(" note STRING", " owner STRING NOT NULL COMMENT '权属', note STRING"));
    newer.replace("silver.parcel", rows("2021 year, 'B' bsm, 'x' owner"));

    assertThat(TableFiles.latest(layout.folder("silver.parcel")).partitionColumns())
        .containsExactly("year");
    assertThat(new TableCatalog(layout).columns("silver.parcel"))
        .contains(
            new ColumnInfo("bsm", "VARCHAR", false, "标识码"),
            new ColumnInfo("owner", "VARCHAR", false, "权属"));
    assertThat(newer.read("silver.parcel").collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.<String>getAs("owner")).isEqualTo("x"));
    assertThatThrownBy(
            () ->
                newer.replace(
                    "silver.parcel", rows("2022 year, 'C' bsm, cast(null as string) owner")))
        .hasMessageContaining("NOT NULL constraint violated for column: owner");
    assertThatThrownBy(
            () ->
                newer.append(
                    "silver.parcel", rows("2022 year, cast(null as string) bsm, 'y' owner")))
        .hasMessageContaining("NOT NULL constraint violated for column: bsm");
    newer.append("silver.parcel", rows("2022 year, 'D' bsm, 'z' owner"));
    assertThat(newer.read("silver.parcel").count()).isEqualTo(2);
  }

  @Test
  void nullsDoNotSlipInWithNewColumns() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse newer =
        warehouse(PARCEL.replace(" note STRING", " owner STRING COMMENT '权属', note STRING"));

    assertThatThrownBy(
            () -> newer.replace("silver.parcel", rows("2021 year, cast(null as string) bsm")))
        .hasStackTraceContaining("a row for silver.parcel has no bsm, which must not be null");
    assertThat(newer.read("silver.parcel").collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.<String>getAs("bsm")).isEqualTo("A"));
  }

  @Test
  void aTableTakesOverNewPartitionsAndLosesOldOnes() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse other =
        warehouse(PARCEL.replace("PARTITIONED BY (year)", "PARTITIONED BY (bsm)"));
    other.replace("silver.parcel", parcel(2021, "B"));
    assertThat(TableFiles.latest(layout.folder("silver.parcel")).partitionColumns())
        .containsExactly("bsm");

    DeltaWarehouse none = warehouse(PARCEL.replace(" PARTITIONED BY (year)", ""));
    none.replace("silver.parcel", parcel(2022, "C"));
    assertThat(TableFiles.latest(layout.folder("silver.parcel")).partitionColumns()).isEmpty();
    assertThat(none.read("silver.parcel").collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.<Integer>getAs("year")).isEqualTo(2022));
  }

  @Test
  void aClearedTableHasTodaysColumnsAndNoRows() {
    warehouse.replace("silver.parcel", parcel(2020, "A"));
    DeltaWarehouse newer =
        warehouse(PARCEL.replace(" note STRING", " owner STRING COMMENT '权属', remark STRING"));

    newer.clear("silver.parcel");

    assertThat(newer.read("silver.parcel").columns()).contains("owner", "remark");
    assertThat(newer.read("silver.parcel").count()).isZero();
  }

  @Test
  void aSmallTableIsOneFilePerPartition() throws IOException {
    warehouse.replace(
        "silver.parcel",
        SharedSpark.session()
            .range(0, 1000, 1, 8)
            .selectExpr("cast(2020 + id % 2 as int) year", "cast(id as string) bsm"));

    try (Stream<Path> files = Files.walk(layout.folder("silver.parcel"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).hasSize(2);
    }
  }

  @Test
  void sqlFindsTablesByNameWithoutRegistration() {
    Path root = Path.of(SharedSpark.session().conf().get("spark.sql.catalog.spark_catalog.root"));
    DeltaWarehouse own =
        new DeltaWarehouse(
            root, Map.of("x.parcel", PARCEL.replace("silver.", "x.")), SharedSpark.session());
    own.append("x.parcel", parcel(2020, "A"));
    own.append("x.parcel", parcel(2021, "B"));

    assertThat(strings("SELECT bsm FROM x.parcel ORDER BY bsm")).containsExactly("A", "B");
    assertThat(strings("SELECT bsm FROM x.parcel VERSION AS OF 1")).containsExactly("A");
  }

  @Test
  void everyPackagedTableHasColumnsWithComments() {
    TestSchemas.packagedTables()
        .forEach(
            (name, ddl) -> {
              TableDefinition table = TableDefinition.parse(name, ddl);
              for (StructField column : table.schema().fields()) {
                assertThat(column.getComment().isDefined()).as(name + "." + column.name()).isTrue();
                assertThat(column.dataType()).isNotEqualTo(DataTypes.NullType);
              }
              assertThat(table.schema().fieldNames()).containsAll(table.partitionColumns());
            });
  }

  private static List<String> strings(String sql) {
    return SharedSpark.session().sql(sql).collectAsList().stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private DeltaWarehouse warehouse(String ddl) {
    return new DeltaWarehouse(folder, Map.of("silver.parcel", ddl), SharedSpark.session());
  }

  private static Dataset<Row> parcel(int year, String bsm) {
    return rows(year + " year, '" + bsm + "' bsm, 1.5 area_m2");
  }

  private static Dataset<Row> rows(String columns) {
    return SharedSpark.session().sql("SELECT " + columns);
  }
}

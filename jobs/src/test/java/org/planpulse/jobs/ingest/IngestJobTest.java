package org.planpulse.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

class IngestJobTest {

  @TempDir Path root;

  private final IngestJob job = new IngestJob();
  private final Map<String, String> ddl = ddl();
  private final MemoryWarehouse warehouse = new MemoryWarehouse(ddl);
  private final List<Contract> contracts =
      new ArrayList<>(
          List.of(
              TestSources.contract("D10-01", Form.STATISTICAL_TABLE, "统计局/.*年鉴.*", null, null),
              TestSources.contract("D17-02", Form.RECORD_TABLE, "气象局/.*", null, null, "区站号", "日期"),
              TestSources.contract("D01-03", Form.RASTER, "测绘/.*", null, "EPSG:4546")));
  private Path landing;

  @BeforeEach
  void createLanding() throws IOException {
    landing = root.resolve("landing");
    for (String folder : List.of("统计局", "气象局", "测绘")) {
      Files.createDirectories(landing.resolve(folder));
    }
  }

  @Test
  void filesAreReadOnceAndTheirOldIssuesStay() throws Exception {
    yearbook(landing.resolve("统计局/年鉴.xlsx"));
    Files.writeString(landing.resolve("气象局/日值.csv"), "区站号,日期\n1,2\n1,2,3\n");
    Files.writeString(landing.resolve("统计局/通知.docx"), "x");
    Files.writeString(
        landing.resolve("交接清单.csv"),
        "\uFEFF文件,部门,收到日期,备注\n统计局/年鉴.xlsx,统计局,2026-09-18,\n统计局/缺.xlsx,统计局,2026-09-18,\n坏,行,x,\n");

    IssueStore first = TestSources.issues();
    JobResult result = job.run(context(), first);

    assertThat(result.counts())
        .containsEntry("files_read", 2L)
        .containsEntry("rows_in", 4L)
        .containsEntry("rows_loaded", 3L)
        .containsEntry("rows_quarantined", 1L);
    assertThat(TestSources.codes(first))
        .containsExactlyInAnyOrder(
            "HANDOVER_LINE_UNREADABLE", "HANDOVER_FILE_ABSENT", "FILE_UNKNOWN", "RECORD_TOO_LONG");
    Row book = sourceFile("统计局/年鉴.xlsx");
    assertThat(book.<Object>getAs("received_on").toString()).isEqualTo("2026-09-18");
    assertThat(book.<String>getAs("format")).isEqualTo("ooxml");
    assertThat(book.<Long>getAs("rows_loaded")).isEqualTo(2);
    assertThat(sourceFile("气象局/日值.csv").<Object>getAs("received_on").toString())
        .isEqualTo("2026-10-31");
    assertThat(sourceFile("统计局/通知.docx").<String>getAs("dataset")).isNull();
    List<Row> cells = warehouse.read("bronze.cell").orderBy("cell").collectAsList();
    assertThat(cells)
        .extracting(row -> row.<Double>getAs("number"))
        .containsExactly(75794.0, 70600.0);
    assertThat(cells.get(0).<Integer>getAs("title_year")).isEqualTo(2022);

    keep(first);
    IssueStore second = TestSources.issues();
    JobResult again = job.run(context(), second);

    assertThat(again.counts())
        .containsEntry("files_read", 0L)
        .containsEntry("files_known_before", 2L);
    assertThat(TestSources.codes(second))
        .containsExactlyInAnyOrderElementsOf(TestSources.codes(first));
    assertThat(second.quarantined()).hasSize(1);
    assertThat(second.quarantined().get(0).raw()).isEqualTo("[\"1\",\"2\",\"3\"]");
    assertThat(TestSources.only(second, "RECORD_TOO_LONG").message(Language.EN))
        .isEqualTo(TestSources.only(first, "RECORD_TOO_LONG").message(Language.EN));
    assertThat(warehouse.read("bronze.cell").count()).isEqualTo(2);
    assertThat(warehouse.read("bronze.source_file").count()).isEqualTo(3);
  }

  @Test
  void aNewContractVersionReplacesTheRowsOfItsFiles() throws Exception {
    Files.writeString(landing.resolve("气象局/日值.csv"), "区站号,日期\n1,2\n3,4\n");
    job.run(context(), TestSources.issues());
    Map<String, String> before = job.inputs(context());
    contracts.replaceAll(IngestJobTest::nextVersion);

    job.run(context(), TestSources.issues());

    assertThat(job.inputs(context())).isNotEqualTo(before);
    assertThat(warehouse.read("bronze.record").count()).isEqualTo(2);
    assertThat(sourceFile("气象局/日值.csv").<String>getAs("contract_version")).isEqualTo("1.1.0");
  }

  @Test
  void everyBadFileIsNamedAndTheGoodOneIsStillRead() throws Exception {
    Path folder = landing.resolve("统计局");
    yearbook(folder.resolve("好年鉴.xlsx"));
    byte[] whole = Files.readAllBytes(folder.resolve("好年鉴.xlsx"));
    Files.write(folder.resolve("截断年鉴.xlsx"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("空年鉴.xlsx"), new byte[0]);
    encrypted(folder.resolve("加密年鉴.xlsx"), whole);
    bomb(folder.resolve("炸弹年鉴.xlsx"));
    Files.writeString(folder.resolve("网页年鉴.xls"), "<html><table><tr><td>1</td></tr></table>");
    Files.writeString(folder.resolve("文本年鉴.xlsx"), "a,b\n1,2\n");
    Files.write(folder.resolve("又一年鉴.xls"), withNewBytes(folder));
    Files.write(folder.resolve("好年鉴副本.xlsx"), whole);
    Files.createSymbolicLink(folder.resolve("链接年鉴.xlsx"), Path.of("/etc/hostname"));
    Files.write(landing.resolve("测绘/坏.tif"), new byte[] {'I', 'I', 42, 0, 9, 0, 0, 0, 1});

    IssueStore issues = TestSources.issues();
    job.run(context(), issues);

    assertThat(issues.issues())
        .extracting(issue -> issue.file() + " " + issue.kind().code())
        .containsExactlyInAnyOrder(
            "统计局/截断年鉴.xlsx FILE_DAMAGED",
            "统计局/空年鉴.xlsx FILE_EMPTY",
            "统计局/加密年鉴.xlsx FORMAT_NOT_AS_NAMED",
            "统计局/加密年鉴.xlsx FILE_ENCRYPTED",
            "统计局/炸弹年鉴.xlsx FILE_INFLATES",
            "统计局/网页年鉴.xls FORMAT_NOT_AS_NAMED",
            "统计局/网页年鉴.xls SHEET_WITHOUT_TABLE",
            "统计局/网页年鉴.xls TABLE_NOT_FOUND",
            "统计局/文本年鉴.xlsx FORMAT_NOT_AS_NAMED",
            "统计局/文本年鉴.xlsx FORMAT_UNSUPPORTED",
            "统计局/又一年鉴.xls FORMAT_NOT_AS_NAMED",
            "统计局/好年鉴副本.xlsx FILE_DUPLICATE",
            "统计局/链接年鉴.xlsx FILE_LINK_REFUSED",
            "测绘/坏.tif FILE_DAMAGED");
    assertThat(issues.issues())
        .extracting(issue -> issue.message(Language.ZH))
        .allSatisfy(text -> assertThat(text).doesNotContain("{", "Exception", "\tat "));
    assertThat(warehouse.read("bronze.cell").count()).isEqualTo(4);
    assertThat(sourceFile("统计局/截断年鉴.xlsx").<Long>getAs("rows_in")).isZero();
  }

  @Test
  void aRasterWhoseCellsDoNotDecodeLeavesTheOthers() throws Exception {
    byte[] good =
        warehouse
            .spark()
            .sql(
                "SELECT RS_AsGeoTiff(RS_AddBandFromArray(RS_MakeEmptyRaster(1, 'F', 40, 40, 500000,"
                    + " 4850000, 200, -200, 0, 0, 4546), transform(sequence(0, 1599), i -> i * 1.5D),"
                    + " 1), 'Deflate', 0.9)")
            .first()
            .getAs(0);
    Files.write(landing.resolve("测绘/好.tif"), good);
    byte[] bad = good.clone();
    Arrays.fill(bad, 8, bad.length / 2, (byte) 0x5A);
    Files.write(landing.resolve("测绘/坏.tif"), bad);

    IssueStore issues = TestSources.issues();
    job.run(context(), issues);

    assertThat(TestSources.only(issues, "FILE_DAMAGED").file()).isEqualTo("测绘/坏.tif");
    assertThat(warehouse.read("bronze.tile").count()).isEqualTo(1);
    assertThat(sourceFile("测绘/好.tif").<Long>getAs("rows_loaded")).isEqualTo(1);
    assertThat(sourceFile("测绘/坏.tif").<Long>getAs("rows_loaded")).isZero();
  }

  private RunContext context() {
    Settings settings =
        new Settings(
            "152501",
            "plan",
            "EPSG:4525",
            Language.ZH,
            true,
            new Settings.Spark("local[2]", 2),
            new Settings.Mail("", 25, ""),
            Map.of());
    Schemas schemas =
        new Schemas(
            contracts,
            List.of(),
            Map.of(),
            ddl,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            TestSources.issueKinds(),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            new UnitTable(List.of()),
            Map.of(),
            Map.of(),
            null);
    return new RunContext(
        new Workspace(root, settings),
        schemas,
        warehouse,
        "run",
        LocalDate.of(2026, 10, 31),
        Optional.empty());
  }

  /** What the runner does after a job. */
  private void keep(IssueStore issues) {
    List<Row> rows = new ArrayList<>();
    for (Issue issue : issues.issues()) {
      rows.add(
          RowFactory.create(
              "id",
              issue.kind().code(),
              issue.kind().severity(),
              issue.department(),
              issue.dataset(),
              issue.file(),
              issue.place(),
              issue.message(Language.ZH),
              issue.message(Language.EN),
              issue.remedy(Language.ZH),
              issue.remedy(Language.EN),
              "ingest",
              LocalDate.of(2026, 10, 31),
              "run"));
    }
    StructType issue = warehouse.read("ops.data_issue").schema();
    warehouse.replace("ops.data_issue", warehouse.spark().createDataFrame(rows, issue));
    List<Row> held =
        issues.quarantined().stream()
            .map(
                row ->
                    RowFactory.create(
                        "ingest",
                        row.issue().dataset(),
                        row.sourceId(),
                        row.issue().file(),
                        row.issue().place(),
                        row.raw(),
                        row.issue().kind().code(),
                        "",
                        ""))
            .toList();
    StructType quarantine = warehouse.read("ops.quarantine").schema();
    warehouse.replace("ops.quarantine", warehouse.spark().createDataFrame(held, quarantine));
  }

  private Row sourceFile(String file) {
    List<Row> rows =
        warehouse.read("bronze.source_file").where("file = '" + file + "'").collectAsList();
    assertThat(rows).as(file).hasSize(1);
    return rows.get(0);
  }

  private static Contract nextVersion(Contract c) {
    return new Contract(
        c.id(),
        "1.1.0",
        c.name(),
        c.nameEn(),
        c.department(),
        c.form(),
        c.period(),
        c.files(),
        c.layer(),
        c.crs(),
        c.extent(),
        c.target(),
        c.constants(),
        c.columns(),
        c.rules(),
        c.neededBy());
  }

  private static void yearbook(Path file) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("人口");
      sheet.createRow(0).createCell(0).setCellValue("3-1 人口（2022年）");
      sheet.createRow(1).createCell(0).setCellValue("指标");
      sheet.getRow(1).createCell(1).setCellValue("普查");
      sheet.getRow(1).createCell(2).setCellValue("年末");
      sheet.createRow(2).createCell(0).setCellValue("常住人口");
      sheet.getRow(2).createCell(1).setCellValue(75794);
      sheet.getRow(2).createCell(2).setCellValue(70600);
      book.write(out);
    }
  }

  /** The same table in a file of other bytes. */
  private static byte[] withNewBytes(Path folder) throws IOException {
    Path other = folder.resolveSibling("其他.xlsx");
    yearbook(other);
    try (Workbook book = new XSSFWorkbook(Files.newInputStream(other));
        OutputStream out = Files.newOutputStream(other)) {
      book.getSheetAt(0).getRow(2).getCell(0).setCellValue("户籍人口");
      book.write(out);
    }
    byte[] bytes = Files.readAllBytes(other);
    Files.delete(other);
    return bytes;
  }

  private static void encrypted(Path file, byte[] workbook) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("密码");
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(workbook);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        container.writeFilesystem(out);
      }
    }
  }

  /** Entries that unpack to a thousand times their size. */
  private static void bomb(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      byte[] blanks = new byte[64 << 20];
      Arrays.fill(blanks, (byte) ' ');
      zip.write(
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              .getBytes(StandardCharsets.UTF_8));
      zip.write(blanks);
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static Map<String, String> ddl() {
    Map<String, String> ddl = new HashMap<>();
    SchemaFiles.packaged()
        .in("warehouse")
        .forEach((path, text) -> ddl.put(path.replaceAll("^warehouse/|\\.sql$", ""), text));
    return ddl;
  }
}

package org.planpulse.jobs.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.WktCrs;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.raster.TiffHeader;
import org.planpulse.jobs.ingest.record.HeaderRow;
import org.planpulse.jobs.ingest.record.Line;
import org.planpulse.jobs.ingest.record.RecordSheet;
import org.planpulse.jobs.ingest.record.TextCharset;
import org.planpulse.jobs.ingest.table.StatisticalTableReader;
import org.planpulse.jobs.ingest.table.TableCell;
import org.planpulse.jobs.ingest.vector.LayerSample;
import org.planpulse.jobs.ingest.vector.LayerSampler;
import org.planpulse.jobs.ingest.workbook.SheetGrid;
import org.planpulse.jobs.ingest.workbook.Workbooks;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Looks through a file with the readers of the ingest job, before there is a contract for it. */
final class FileSampler {

  private final StatisticalTableReader tables;
  private final TableItems items;
  private final CrsDecision crs;
  private final Findings findings;
  private final Path staging;

  /**
   * @param nothingAgreed a contract without terms, for readers that ask for one
   * @param staging folder for copies
   */
  FileSampler(
      Schemas schemas, TableItems items, Contract nothingAgreed, Findings findings, Path staging) {
    this.tables = new StatisticalTableReader(text -> schemas.units().find(text).isPresent());
    this.items = items;
    this.crs = new CrsDecision(nothingAgreed, new WktCrs(schemas.crsNames()), null, findings);
    this.findings = findings;
    this.staging = staging;
  }

  /**
   * @param wanted form of a workbook or text file; told by its content when empty
   * @throws FileFault when the file is damaged or of no format a contract could be about
   */
  FileSample read(Delivery delivery, Optional<Form> wanted) throws IOException, FileFault {
    FileFormat format = FileFormat.of(delivery.path());
    if (format.workbook()) {
      return sheets(delivery, format, Workbooks.sheets(delivery.path(), findings), wanted);
    }
    return switch (format) {
      case TEXT -> sheets(delivery, format, List.of(text(delivery)), wanted);
      case DBF ->
          list(delivery, format, RecordSheet.ofDbf(delivery.path(), delivery.name()), List.of());
      case TIFF -> raster(delivery, format);
      case PDF, OFFICE -> FileSample.ofDocument(delivery, format);
      case EMPTY -> throw new FileFault("FILE_EMPTY", Map.of());
      default -> layer(delivery, format);
    };
  }

  private static SheetGrid text(Delivery delivery) throws IOException, FileFault {
    Path file = delivery.path();
    return RecordSheet.ofText(file, TextCharset.of(file), delivery.name()).grid();
  }

  /** A workbook of tables is read whole; of one with lists the first list. */
  private FileSample sheets(
      Delivery delivery, FileFormat format, List<SheetGrid> grids, Optional<Form> wanted)
      throws FileFault {
    List<SheetGrid> filled = grids.stream().filter(grid -> !grid.rows().isEmpty()).toList();
    boolean asTables =
        wanted
            .map(form -> form == Form.STATISTICAL_TABLE)
            .orElseGet(() -> filled.stream().anyMatch(StatisticalTableReader::looksLikeTable));
    List<TableCell> cells =
        asTables ? filled.stream().flatMap(grid -> tables.read(grid).stream()).toList() : List.of();
    List<TableItem> found = items.in(cells);
    if (!found.isEmpty()) {
      return table(delivery, format, cells.size(), found);
    }
    for (SheetGrid grid : filled) {
      if (HeaderRow.guess(RecordSheet.of(grid)).isPresent()) {
        List<String> others =
            filled.stream().filter(other -> other != grid).map(SheetGrid::name).toList();
        return list(delivery, format, RecordSheet.of(grid), others);
      }
    }
    throw new FileFault("TABLE_NOT_FOUND", Map.of());
  }

  private static FileSample table(
      Delivery delivery, FileFormat format, long cells, List<TableItem> found) {
    return new FileSample(
        delivery,
        format,
        Form.STATISTICAL_TABLE,
        Optional.empty(),
        List.of(),
        cells,
        List.of(),
        found,
        Optional.empty(),
        Set.of());
  }

  private static FileSample list(
      Delivery delivery, FileFormat format, RecordSheet sheet, List<String> others)
      throws FileFault {
    int top = HeaderRow.guess(sheet).orElseThrow(() -> new FileFault("TABLE_NOT_FOUND", Map.of()));
    HeaderRow header = HeaderRow.of(sheet.lines().get(top));
    List<ColumnSample> columns = header.headings().stream().map(ColumnSample::new).toList();
    long rows = 0;
    for (Line line : sheet.lines().subList(top + 1, sheet.lines().size())) {
      if (line.texts().stream().anyMatch(text -> !text.isBlank())) {
        rows++;
        for (int i = 0; i < Math.min(columns.size(), line.texts().size()); i++) {
          add(columns.get(i), line.texts().get(i));
        }
      }
    }
    return new FileSample(
        delivery,
        format,
        Form.RECORD_TABLE,
        others.isEmpty() ? Optional.empty() : Optional.of(sheet.name()),
        others,
        rows,
        columns,
        List.of(),
        Optional.empty(),
        Set.of());
  }

  private static void add(ColumnSample column, String text) {
    if (!text.isBlank()) {
      column.add(text.strip());
    }
  }

  private FileSample layer(Delivery delivery, FileFormat format) throws IOException, FileFault {
    Map<String, ColumnSample> columns = new LinkedHashMap<>();
    LayerSample layer =
        new LayerSampler(
                crs,
                findings,
                staging,
                fields -> fields.forEach((name, text) -> column(columns, name).add(text)))
            .read(delivery, format);
    List<ColumnSample> inOrder = new ArrayList<>();
    layer.fields().forEach(name -> inOrder.add(column(columns, name)));
    return new FileSample(
        delivery,
        format,
        Form.VECTOR_LAYER,
        layer.others().isEmpty() ? Optional.empty() : Optional.of(layer.layer()),
        layer.others(),
        layer.features(),
        inOrder,
        List.of(),
        layer.crs(),
        layer.shapes());
  }

  private static ColumnSample column(Map<String, ColumnSample> columns, String name) {
    return columns.computeIfAbsent(name, ColumnSample::new);
  }

  private FileSample raster(Delivery delivery, FileFormat format) throws IOException, FileFault {
    TiffHeader header = TiffHeader.read(delivery.path());
    Optional<String> code = LayerSampler.decide(crs, "", header.crs(), header.extent());
    return new FileSample(
        delivery,
        format,
        Form.RASTER,
        Optional.empty(),
        List.of(),
        header.width() * header.height(),
        List.of(),
        List.of(),
        code,
        Set.of());
  }
}

package org.planpulse.jobs.bench;

import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The loop of POI's manual over the events of an .xlsx: it formats every cell and keeps none. */
final class PoiLoop {

  private PoiLoop() {}

  public static void main(String[] file) throws Exception {
    Counter counter = new Counter();
    try (OPCPackage workbook = OPCPackage.open(Path.of(file[0]).toFile(), PackageAccess.READ)) {
      XSSFReader parts = new XSSFReader(workbook);
      ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(workbook);
      var sheets = parts.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(parts.getStylesTable(), texts, counter, false));
          xml.parse(new InputSource(sheet));
        }
      }
      workbook.revert();
    }
    System.out.println("rows " + counter.rows + ", characters " + counter.characters);
  }

  private static final class Counter implements XSSFSheetXMLHandler.SheetContentsHandler {

    private long rows;
    private long characters;

    @Override
    public void startRow(int row) {
      rows++;
    }

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(String reference, String text, XSSFComment comment) {
      characters += text.length();
    }
  }
}

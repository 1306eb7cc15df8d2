package org.planpulse.jobs.handwork;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The surveyor's own areas of a parcel layer, added up by class and settlement: the columns of its
 * DBF, not its shapes, read by a library the program does not use for it.
 *
 * @param gross sum of TBMJ in m2
 * @param net sum of TBDLMJ, without field ridges, in m2
 */
public record ParcelSums(int parcels, BigDecimal gross, BigDecimal net) {

  /**
   * @return by {@code DLBM CZCSXM}, the latter empty outside settlements
   */
  public static SortedMap<String, ParcelSums> read(Path dbf) throws IOException {
    SortedMap<String, ParcelSums> sums = new TreeMap<>();
    try (InputStream in = Files.newInputStream(dbf);
        DBFReader records = new DBFReader(in, Charset.forName("GBK"))) {
      for (DBFRow record = records.nextRow(); record != null; record = records.nextRow()) {
        String settlement = record.getString("CZCSXM");
        String key = record.getString("DLBM") + " " + (settlement == null ? "" : settlement);
        sums.merge(
            key,
            new ParcelSums(1, record.getBigDecimal("TBMJ"), record.getBigDecimal("TBDLMJ")),
            ParcelSums::plus);
      }
    }
    return sums;
  }

  private ParcelSums plus(ParcelSums other) {
    return new ParcelSums(parcels + other.parcels, gross.add(other.gross), net.add(other.net));
  }
}

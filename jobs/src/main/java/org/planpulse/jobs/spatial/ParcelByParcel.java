package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.ParcelOverlay;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.geometry.StoredShape;

/**
 * Gathers the tiles a parcel lies in from rows that follow each other, and overlays it. A broadcast
 * join keeps them together, so no shuffle is needed.
 *
 * @param zones that the numbers of tiles mean
 */
record ParcelByParcel(Broadcast<PreparedZones> zones) implements MapPartitionsFunction<Row, Row> {

  static final StructType ENTRY =
      new StructType()
          .add("parcel", DataTypes.StringType)
          .add("class", DataTypes.StringType)
          .add("unit", DataTypes.StringType)
          .add("zone_layer", DataTypes.StringType)
          .add("zone_id", DataTypes.StringType)
          .add("hundredths", DataTypes.LongType);

  @Override
  public Iterator<Row> call(Iterator<Row> candidates) {
    return new Entries(candidates, zones.value());
  }

  private static final class Entries implements Iterator<Row> {

    private final Iterator<Row> candidates;
    private final PreparedZones zones;
    private Iterator<Row> entries = Collections.emptyIterator();
    private Row next;

    Entries(Iterator<Row> candidates, PreparedZones zones) {
      this.candidates = candidates;
      this.zones = zones;
      this.next = candidates.hasNext() ? candidates.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!entries.hasNext() && next != null) {
        entries = overlayNextParcel();
      }
      return entries.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return entries.next();
    }

    private Iterator<Row> overlayNextParcel() {
      Row first = next;
      String parcel = first.getString(0);
      List<Integer> tiles = new ArrayList<>();
      do {
        tiles.add(next.getInt(4));
        next = candidates.hasNext() ? candidates.next() : null;
      } while (next != null && parcel.equals(next.getString(0)));
      Geometry shape = StoredShape.of(first.getAs(3));
      return ParcelOverlay.of(shape, first.getLong(2), zones.near(tiles, shape)).stream()
          .map(entry -> row(parcel, first.getString(1), entry))
          .iterator();
    }

    private static Row row(String parcel, String landClass, Entry entry) {
      return RowFactory.create(
          parcel, landClass, entry.unit(), entry.layer(), entry.zone(), entry.hundredths());
    }
  }
}

package org.planpulse.jobs.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid over parts of zones. A parcel lies in one of its tiles, seldom in more, so a join with
 * tiles hands the parcel on once, where a join with parts would for each part near it.
 */
final class PartTiles implements Serializable {

  private static final long serialVersionUID = 1;

  /** On average; to look through a tile's boxes must cost less than to hand on a parcel. */
  private static final int PARTS_OF_A_TILE = 32;

  /** Tiles overlap by this much (degrees, 0.1 mm), lest rounding open a gap between them. */
  private static final double OVERLAP = 1e-9;

  /** West, south, east and north of each part, one after the other. */
  private final double[] sides;

  private final Envelope extent = new Envelope();
  private final int side;
  private final int[][] tiles;

  PartTiles(List<Envelope> parts) {
    this.sides =
        parts.stream()
            .flatMapToDouble(
                box -> DoubleStream.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()))
            .toArray();
    parts.forEach(extent::expandToInclude);
    this.side = Math.max(1, (int) Math.sqrt(parts.size() / (double) PARTS_OF_A_TILE));
    List<List<Integer>> lists = new ArrayList<>();
    for (int tile = 0; tile < side * side; tile++) {
      lists.add(new ArrayList<>());
    }
    for (int part = 0; part < parts.size(); part++) {
      Envelope box = parts.get(part);
      for (int row = row(box.getMinY()); row <= row(box.getMaxY()); row++) {
        for (int column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
          lists.get(row * side + column).add(part);
        }
      }
    }
    this.tiles =
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Number of tiles, those without parts included. */
  int count() {
    return tiles.length;
  }

  boolean isEmpty(int tile) {
    return tiles[tile].length == 0;
  }

  /** The box of a tile, degrees: whatever meets a part's box inside it meets this. */
  Envelope box(int tile) {
    double width = extent.getWidth() / side;
    double height = extent.getHeight() / side;
    double west = extent.getMinX() + tile % side * width;
    double south = extent.getMinY() + tile / side * height;
    Envelope box = new Envelope(west, west + width, south, south + height);
    box.expandBy(OVERLAP);
    return box;
  }

  /** Numbers of the parts of some tiles whose boxes meet a box, each once, in rising order. */
  int[] near(List<Integer> some, Envelope box) {
    if (some.size() == 1) {
      return near(tiles[some.get(0)], box);
    }
    return some.stream()
        .flatMapToInt(tile -> IntStream.of(near(tiles[tile], box)))
        .sorted()
        .distinct()
        .toArray();
  }

  private int[] near(int[] some, Envelope box) {
    double west = box.getMinX();
    double south = box.getMinY();
    double east = box.getMaxX();
    double north = box.getMaxY();
    int[] near = new int[some.length];
    int count = 0;
    for (int part : some) {
      int first = 4 * part;
      if (sides[first] <= east
          && sides[first + 1] <= north
          && sides[first + 2] >= west
          && sides[first + 3] >= south) {
        near[count++] = part;
      }
    }
    return Arrays.copyOf(near, count);
  }

  private int column(double x) {
    return cell(x - extent.getMinX(), extent.getWidth());
  }

  private int row(double y) {
    return cell(y - extent.getMinY(), extent.getHeight());
  }

  private int cell(double offset, double length) {
    return length == 0 ? 0 : Math.min(side - 1, (int) (offset / length * side));
  }
}

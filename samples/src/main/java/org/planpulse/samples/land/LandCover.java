package org.planpulse.samples.land;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.Cell;
import org.planpulse.samples.geography.CitySketch;

/** The land use of every cell in the base year. */
final class LandCover {

  /** Urban construction land of 2020, m2. */
  private static final double TOWN_AREA = 38.0e6;

  private static final double VILLAGE_AREA = 0.22e6;
  private static final double MINE_AREA = 0.7e6;
  private static final double AIRPORT_AREA = 2.2e6;

  /** Share of farmland on the second slope grade. */
  private static final double SLOPING = 0.3;

  private final List<Cell> cells;
  private final LandUse[] uses;
  private final Random random;

  private LandCover(List<Cell> cells, Random random) {
    this.cells = cells;
    this.uses = new LandUse[cells.size()];
    this.random = random;
  }

  /** One use for each cell. */
  static List<LandUse> of(List<Cell> cells, Random random) {
    LandCover cover = new LandCover(cells, random);
    cover.courses();
    cover.farm();
    cover.town();
    cover.places();
    cover.openCountry();
    return Arrays.asList(cover.uses);
  }

  private void courses() {
    for (int i = 0; i < uses.length; i++) {
      uses[i] =
          switch (cells.get(i).role()) {
            case RAILWAY -> LandUse.of("1001");
            case HIGHWAY -> LandUse.of("1003");
            case RIVER -> LandUse.of(random.nextDouble() < 0.6 ? "1106" : "1101");
            case OPEN -> null;
          };
    }
  }

  /** Fields from the middle of the farm outwards. */
  private void farm() {
    Blob farm = CitySketch.farm();
    List<Integer> fields = new ArrayList<>();
    for (int i : free(cell -> farm.rank(cell.site().x, cell.site().y))) {
      if (farm.contains(cells.get(i).site().x, cells.get(i).site().y)) {
        fields.add(i);
      }
    }
    List<LandUse> candidates =
        fields.stream()
            .map(i -> random.nextDouble() < SLOPING ? field("0103", 2) : field("0102", 1))
            .toList();
    FarmlandChoice choice = FarmlandChoice.of(fields.stream().map(cells::get).toList(), candidates);
    for (int k = 0; k < fields.size(); k++) {
      uses[fields.get(k)] =
          choice.isFarmland(k) ? candidates.get(k) : LandUse.of(k % 2 == 0 ? "1202" : "1006");
    }
  }

  private static LandUse field(String code, int slopeGrade) {
    return new LandUse(code, "", slopeGrade);
  }

  private void town() {
    Blob town = CitySketch.town();
    for (int i : nearest(cell -> town.rank(cell.site().x, cell.site().y), TOWN_AREA)) {
      uses[i] = TownUse.draw(cells.get(i).site(), random);
    }
  }

  private void places() {
    for (Coordinate village : CitySketch.villages()) {
      for (int i : nearest(cell -> cell.site().distance(village), VILLAGE_AREA)) {
        double draw = random.nextDouble();
        uses[i] = LandUse.settled(draw < 0.8 ? "0702" : draw < 0.9 ? "08H2" : "1004", "203");
      }
    }
    for (Coordinate mine : CitySketch.mines()) {
      for (int i : nearest(cell -> cell.site().distance(mine), MINE_AREA)) {
        uses[i] = LandUse.settled("0602", "204");
      }
    }
    Coordinate airport = CitySketch.airport();
    for (int i : nearest(cell -> cell.site().distance(airport), AIRPORT_AREA)) {
      uses[i] = LandUse.of("1007");
    }
  }

  private void openCountry() {
    Steppe steppe = new Steppe(random);
    for (int i = 0; i < uses.length; i++) {
      if (uses[i] == null) {
        uses[i] = LandUse.of(steppe.classAt(cells.get(i).site()));
      }
    }
  }

  /** The free cells of least rank whose areas add up to about the area wanted (m2). */
  private List<Integer> nearest(ToDoubleFunction<Cell> rank, double wanted) {
    List<Integer> chosen = new ArrayList<>();
    double area = 0;
    for (int i : free(rank)) {
      double next = area + cells.get(i).area();
      if (next - wanted > wanted - area) {
        break;
      }
      chosen.add(i);
      area = next;
    }
    return chosen;
  }

  private List<Integer> free(ToDoubleFunction<Cell> rank) {
    double[] ranks = cells.stream().mapToDouble(rank).toArray();
    return IntStream.range(0, uses.length)
        .filter(i -> uses[i] == null)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> ranks[i]))
        .toList();
  }
}

package org.planpulse.samples.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.Cell;
import org.planpulse.samples.geography.CitySketch;

/**
 * The land from 2020 on, one year at a time: the town grows, farmland shrinks, sand and grass are
 * planted, mines extend. One or two parcels in a hundred change each year.
 */
public final class LandHistory {

  public static final int FIRST_YEAR = 2020;
  public static final int LAST_YEAR = 2025;

  private static final double TOWN_GROWTH = 0.015;

  /** Shares of all parcels that ecological works turn each year. */
  private static final double SAND_FIXED = 0.0015;

  private static final double AFFORESTED = 0.0015;
  private static final double GRASS_RECOVERED = 0.006;

  /** Share of all parcels that lose a corner each year. */
  private static final double CUT = 0.003;

  /** Share of farmland, from the farm's middle, that is permanent basic farmland. */
  private static final double PROTECTED = 0.8;

  private final Random random;
  private final ParcelBook book;
  private final List<Parcel> protectedFarmland;
  private final FarmlandLoss farmlandLoss;
  private final Blob town = CitySketch.town();
  private int year = FIRST_YEAR;

  public LandHistory(List<Cell> cells, Random random) {
    this.random = random;
    this.book = new ParcelBook(cells, LandCover.of(cells, random));
    List<Integer> fields = byRank(CitySketch.farm(), parcel -> parcel.use().isFarmland());
    int kept = (int) (PROTECTED * fields.size());
    this.protectedFarmland = fields.subList(0, kept).stream().map(book::get).toList();
    this.farmlandLoss = new FarmlandLoss(book, fields.subList(kept, fields.size()));
  }

  public int year() {
    return year;
  }

  /** The parcels at the end of the year; valid until the next year is entered. */
  public List<Parcel> parcels() {
    return book.parcels();
  }

  /** The farmland parcels that became permanent basic farmland; they never change. */
  public List<Parcel> protectedFarmland() {
    return protectedFarmland;
  }

  /** Moves to the end of the next year. */
  public void advance() {
    year++;
    growTown();
    buildOutsideTown();
    farmlandLoss.reduceTo(Farmland.designed(year));
    improve("1205", "0404", SAND_FIXED);
    improve("0404", "0307", AFFORESTED);
    improve("0404", "0401", GRASS_RECOVERED);
    extendMines();
    cutGrassland();
  }

  private void growTown() {
    double missing = TOWN_GROWTH * urbanArea();
    for (int i : byTownRank(parcel -> parcel.use().isOpenLand())) {
      double area = book.get(i).area().doubleValue();
      if (area / 2 > missing) {
        return;
      }
      book.change(i, TownUse.draw(book.get(i).site(), random));
      missing -= area;
    }
  }

  /**
   * In odd years one works stands up beyond the growth boundary, on a small parcel near the town.
   */
  private void buildOutsideTown() {
    if (year % 2 == 0) {
      return;
    }
    byTownRank(parcel -> parcel.use().isGrassland()).stream()
        .filter(i -> rank(town, i) > 1.25 && rank(town, i) < 1.7)
        .min(Comparator.comparing(i -> book.get(i).area()))
        .ifPresent(i -> book.change(i, LandUse.settled("0601", "201")));
  }

  private void improve(String from, String to, double share) {
    List<Integer> candidates = where(parcel -> parcel.use().code().equals(from));
    int count = Math.min(candidates.size(), (int) Math.ceil(share * book.size()));
    for (int k = 0; k < count; k++) {
      int pick = k + random.nextInt(candidates.size() - k);
      int index = candidates.get(pick);
      candidates.set(pick, candidates.get(k));
      book.change(index, LandUse.of(to));
    }
  }

  /** Each year a mine outside the red line takes a parcel; in 2024 also the one inside. */
  private void extendMines() {
    List<Coordinate> mines = CitySketch.mines();
    mineNear(mines.get(1 + year % 2));
    if (year == 2024) {
      mineNear(mines.get(0));
    }
  }

  private void mineNear(Coordinate mine) {
    where(parcel -> parcel.use().isOpenLand()).stream()
        .min(Comparator.comparingDouble(i -> book.get(i).site().distance(mine)))
        .ifPresent(i -> book.change(i, LandUse.settled("0602", "204")));
  }

  /** Cuts corners off pastures: barns, tracks and shelter belts. */
  private void cutGrassland() {
    List<String> successors = List.of("1202", "0305", "1006", "0305");
    List<Integer> pastures = where(parcel -> parcel.use().isGrassland() && rank(parcel) > 1.6);
    int count = (int) Math.ceil(CUT * book.size());
    for (int k = 0; k < count; k++) {
      int pick = k + random.nextInt(pastures.size() - k);
      int index = pastures.get(pick);
      pastures.set(pick, pastures.get(k));
      cutCorner(index, LandUse.of(successors.get(k % successors.size())));
    }
  }

  private void cutCorner(int index, LandUse successor) {
    Parcel parcel = book.get(index);
    double whole = parcel.area().doubleValue();
    Chord.of(parcel).stream()
        .filter(chord -> isShare(book.areaOf(chord.firstPiece()).doubleValue() / whole))
        .findFirst()
        .ifPresent(chord -> book.split(index, chord, successor, parcel.use()));
  }

  private static boolean isShare(double share) {
    return share > 0.08 && share < 0.4;
  }

  private double urbanArea() {
    return book.parcels().stream()
        .filter(parcel -> parcel.use().isUrban())
        .mapToDouble(parcel -> parcel.area().doubleValue())
        .sum();
  }

  private List<Integer> byTownRank(Predicate<Parcel> kind) {
    return byRank(town, kind);
  }

  /** From the blob's middle outwards. A sort compares each parcel many times: ranked once. */
  private List<Integer> byRank(Blob blob, Predicate<Parcel> kind) {
    double[] ranks = IntStream.range(0, book.size()).mapToDouble(i -> rank(blob, i)).toArray();
    return where(kind).stream().sorted(Comparator.comparingDouble(i -> ranks[i])).toList();
  }

  private double rank(Parcel parcel) {
    return town.rank(parcel.site().x, parcel.site().y);
  }

  private double rank(Blob blob, int index) {
    Coordinate site = book.get(index).site();
    return blob.rank(site.x, site.y);
  }

  private List<Integer> where(Predicate<Parcel> kind) {
    return new ArrayList<>(
        IntStream.range(0, book.size()).filter(i -> kind.test(book.get(i))).boxed().toList());
  }
}

package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.ProofRow;
import org.planpulse.reports.model.LandUse.UnitRow;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** Stock, change, units, map, and the proof that the areas add up. */
final class LandUseChapter {
  private LandUseChapter() {}

  record UnitLine(
      String code,
      String name,
      String total,
      String farmland,
      String grassland,
      String construction,
      String ndvi) {}

  record ProofLine(
      String year,
      String parcels,
      String classes,
      String units,
      String control,
      String repair,
      String difference) {}

  static Chapter write(Checkup checkup, Place place) {
    LandUse land = checkup.landUse();
    Wording wording = place.wording();
    List<Block> blocks = new ArrayList<>();
    if (!land.stock().isEmpty()) {
      blocks.add(LandTables.stock(land, place));
      blocks.addAll(LandFigures.of(land, place));
    }
    if (!land.matrix().isEmpty()) {
      blocks.add(LandTables.matrix(land, place));
    }
    if (!land.changes().isEmpty()) {
      blocks.add(LandTables.causes(land, place));
    }
    if (!land.units().isEmpty()) {
      blocks.add(units(land.units(), checkup.year(), place));
    }
    if (land.map() != null) {
      blocks.add(MapBlock.of(land.map(), checkup.year(), place));
    }
    if (!land.proof().isEmpty()) {
      blocks.add(proof(land.proof(), place));
    }
    return new Chapter(place.chapter(), wording.text("chapter.landuse"), land.summary(), blocks);
  }

  private static Block units(List<UnitRow> rows, int year, Place place) {
    String caption = place.captions().table("land.units", year);
    return Blocks.table("units", caption, "", rows.stream().map(LandUseChapter::unit).toList());
  }

  private static Block proof(List<ProofRow> rows, Place place) {
    return Blocks.table(
        "proof",
        place.captions().table("land.proof"),
        place.wording().text("land.proof.note"),
        rows.stream().map(LandUseChapter::proof).toList());
  }

  private static UnitLine unit(UnitRow row) {
    return new UnitLine(
        row.code(),
        row.name(),
        NumberText.hm2(row.totalM2()),
        NumberText.hm2(row.farmlandM2()),
        NumberText.hm2(row.grasslandM2()),
        NumberText.hm2(row.constructionM2()),
        NumberText.of(row.meanNdvi(), 3));
  }

  private static ProofLine proof(ProofRow row) {
    return new ProofLine(
        Integer.toString(row.year()),
        NumberText.m2(row.parcelsM2()),
        NumberText.m2(row.classesM2()),
        NumberText.m2(row.unitsM2()),
        NumberText.m2(row.controlM2()),
        NumberText.m2(row.repairM2()),
        NumberText.m2(row.differenceM2()));
  }
}

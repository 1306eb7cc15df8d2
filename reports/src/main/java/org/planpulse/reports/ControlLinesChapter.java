package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.ControlLines.ExposureRow;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.reports.model.ControlLines.ZoneRow;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** Land use inside the control lines, conflicts with them, and maps. */
final class ControlLinesChapter {
  private ControlLinesChapter() {}

  record ZoneLine(
      String name,
      String zones,
      String area,
      String construction,
      String farmland,
      String grassland,
      String target,
      String symbol,
      String light,
      String colour) {}

  record ViolationLine(
      String rule,
      String parcels,
      String area,
      String previous,
      String change,
      String symbol,
      String light,
      String colour,
      String places) {}

  record ExposureLine(
      String rule,
      String things,
      String previousThings,
      String length,
      String previousLength,
      String symbol,
      String light,
      String colour,
      String places) {}

  static Chapter write(Checkup checkup, Place place) {
    ControlLines lines = checkup.controlLines();
    Wording wording = place.wording();
    int year = checkup.year();
    List<Block> blocks = new ArrayList<>();
    if (!lines.rows().isEmpty()) {
      blocks.add(zones(lines.rows(), year, place));
    }
    if (!lines.violations().isEmpty()) {
      blocks.add(violations(lines, year, place));
    }
    if (!lines.exposures().isEmpty()) {
      blocks.add(exposures(lines.exposures(), year, place));
    }
    lines.maps().forEach(map -> blocks.add(MapBlock.of(map, year, place)));
    return new Chapter(place.chapter(), wording.text("chapter.control"), lines.summary(), blocks);
  }

  private static Block zones(List<ZoneRow> rows, int year, Place place) {
    return Blocks.table(
        "zones",
        place.captions().table("control.zones", year),
        "",
        rows.stream().map(row -> zone(row, place.wording())).toList());
  }

  private static Block violations(ControlLines lines, int year, Place place) {
    Wording wording = place.wording();
    return Blocks.table(
        "violations",
        place.captions().table("control.violations", year, year - 1),
        lines.unchecked().isEmpty() ? "" : wording.text("violation.unchecked", lines.unchecked()),
        lines.violations().stream().map(row -> violation(row, wording)).toList(),
        "AREA",
        wording.text("violation.area", year),
        "PREVIOUS",
        wording.text("violation.previous", year - 1));
  }

  private static Block exposures(List<ExposureRow> rows, int year, Place place) {
    Wording wording = place.wording();
    return Blocks.table(
        "exposures",
        place.captions().table("control.exposures", year, year - 1),
        "",
        rows.stream().map(row -> exposure(row, wording)).toList(),
        "THINGS",
        wording.text("exposure.things", year),
        "PREVIOUS_THINGS",
        wording.text("exposure.things", year - 1),
        "LENGTH",
        wording.text("exposure.length", year),
        "PREVIOUS_LENGTH",
        wording.text("exposure.length", year - 1));
  }

  private static ZoneLine zone(ZoneRow row, Wording wording) {
    Light light = Light.of(row.level(), wording);
    return new ZoneLine(
        row.name(),
        NumberText.of(row.zones()),
        NumberText.km2(row.areaM2()),
        NumberText.hm2(row.constructionM2()),
        NumberText.hm2(row.farmlandM2()),
        NumberText.hm2(row.grasslandM2()),
        row.targetText(),
        light.symbol(),
        light.word(),
        light.colour());
  }

  private static ViolationLine violation(ViolationRow row, Wording wording) {
    Light light = Light.of(row.level(), wording);
    return new ViolationLine(
        row.ruleId() + "  " + row.rule(),
        NumberText.of(row.parcels()),
        NumberText.hm2(row.areaM2()),
        NumberText.hm2(row.previousAreaM2()),
        NumberText.signedHm2(change(row)),
        light.symbol(),
        light.word(),
        light.colour(),
        places(row.places(), wording));
  }

  private static Double change(ViolationRow row) {
    return row.previousAreaM2() == null ? null : row.areaM2() - row.previousAreaM2();
  }

  private static ExposureLine exposure(ExposureRow row, Wording wording) {
    Light light = Light.of(row.level(), wording);
    return new ExposureLine(
        row.ruleId() + "  " + row.rule(),
        NumberText.of(row.things()),
        row.previousThings() == null ? NumberText.MISSING : NumberText.of(row.previousThings()),
        kilometres(row.lengthM()),
        kilometres(row.previousLengthM()),
        light.symbol(),
        light.word(),
        light.colour(),
        places(row.places(), wording));
  }

  private static String kilometres(Double metres) {
    return NumberText.of(metres == null ? null : metres / 1000, 2);
  }

  private static String places(String places, Wording wording) {
    return wording.text("violation.note", places.isEmpty() ? wording.text("none") : places);
  }
}

package org.planpulse.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.reports.model.Unit;
import org.planpulse.reports.model.Warning;
import org.planpulse.schemas.Language;

/**
 * What one file is about: a city's check-up, one warning or one unit of it, or what a department is
 * to mend.
 */
public record Subject(
    Optional<Checkup> checkup,
    Optional<Warning> warning,
    Optional<Unit> unit,
    Optional<ReturnNote> note) {

  public static Subject city(Checkup checkup) {
    return new Subject(Optional.of(checkup), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Subject warning(Checkup checkup, Warning warning) {
    return new Subject(
        Optional.of(checkup), Optional.of(warning), Optional.empty(), Optional.empty());
  }

  /**
   * @param checkup of the city the unit belongs to
   */
  public static Subject unit(Checkup checkup, Unit unit) {
    return new Subject(Optional.of(checkup), Optional.empty(), Optional.of(unit), Optional.empty());
  }

  public static Subject department(ReturnNote note) {
    return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(note));
  }

  /** Indicators of the unit, or else of the city. */
  public List<Dimension> dimensions() {
    return unit.map(Unit::dimensions)
        .or(() -> checkup.map(Checkup::dimensions))
        .orElseGet(List::of);
  }

  Language language() {
    return checkup.map(Checkup::language).or(() -> note.map(ReturnNote::language)).orElseThrow();
  }

  String city() {
    return checkup.map(Checkup::cityName).or(() -> note.map(ReturnNote::cityName)).orElseThrow();
  }

  boolean sampleData() {
    return checkup
        .map(Checkup::sampleData)
        .or(() -> note.map(ReturnNote::sampleData))
        .orElseThrow();
  }

  /** The day the data are of, which stands for the clock. */
  LocalDate day() {
    return LocalDate.parse(
        checkup.map(Checkup::dataAsOf).or(() -> note.map(ReturnNote::date)).orElseThrow());
  }
}

package org.planpulse.reports.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.reports.Subject;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.document.Caption;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.reports.model.Unit;
import org.planpulse.reports.model.Warning;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.report.ReportType;

/**
 * What a part may draw on, and how it speaks.
 *
 * @param dimension of the chapter, where there is a chapter a dimension
 * @param asked what the report's declaration says of the part
 * @param years how many years the report looks back upon
 * @param chapters titles of the report's chapters by the parts they have
 * @param most how many lines a list may have, so that one page holds it
 */
public record Scope(
    Subject subject,
    Optional<Dimension> dimension,
    ReportType.Part asked,
    int years,
    Map<String, String> chapters,
    int most,
    Wording wording,
    Sentences sentences,
    Captions captions) {

  Checkup checkup() {
    return subject.checkup().orElseThrow(() -> lacks("一座城市的体检结果", "the check-up of a city"));
  }

  Warning warning() {
    return subject.warning().orElseThrow(() -> lacks("一条预警", "a warning"));
  }

  Unit unit() {
    return subject.unit().orElseThrow(() -> lacks("一个单元", "a unit"));
  }

  /** Of the unit, or else of the city. */
  LandStock landStock() {
    return subject.unit().map(Unit::land).orElseGet(() -> LandParts.land(this).inStock());
  }

  ReturnNote note() {
    return subject.note().orElseThrow(() -> lacks("一个部门的退回问题", "the issues of a department"));
  }

  /** Title of the report's first chapter with a part; empty when it has none. */
  Optional<String> chapterWith(String part) {
    return Optional.ofNullable(chapters.get(part));
  }

  int year() {
    return checkup().year();
  }

  /** First of the years looked back upon. */
  int firstYear() {
    return year() - years + 1;
  }

  /** All indicators of the chapter's dimension, or of all dimensions. */
  private Stream<IndicatorRow> within() {
    return dimension.map(List::of).orElseGet(subject::dimensions).stream()
        .flatMap(one -> one.indicators().stream());
  }

  /** The indicators the part is about, in the order asked. */
  List<IndicatorRow> indicators() {
    if (asked.indicators().isEmpty()) {
      return within().toList();
    }
    Map<String, IndicatorRow> byCode =
        within().collect(Collectors.toMap(IndicatorRow::code, Function.identity()));
    return asked.indicators().stream().map(code -> indicator(byCode, code)).toList();
  }

  private IndicatorRow indicator(Map<String, IndicatorRow> byCode, String code) {
    IndicatorRow row = byCode.get(code);
    if (row == null) {
      throw lacks("指标 " + code, "the indicator " + code);
    }
    return row;
  }

  /**
   * Numbered, with the declared heading or else the part's own words.
   *
   * @param key of the part's own words, which name unit and year
   */
  Caption table(String key, Object... arguments) {
    return captions.table(heading(key, arguments));
  }

  Caption figure(String key, Object... arguments) {
    return captions.figure(heading(key, arguments));
  }

  String heading(String key, Object... arguments) {
    return asked.heading() == null
        ? wording.text(key, arguments)
        : asked.heading().in(wording.language());
  }

  String text(String key, Object... arguments) {
    return wording.text(key, arguments);
  }

  /** The given values; their absence fails the report. */
  <T> List<T> required(List<T> values, String zh, String en) {
    if (values.isEmpty()) {
      throw lacks(zh, en);
    }
    return values;
  }

  UnwritableReportException lacks(String zh, String en) {
    return new UnwritableReportException(
        new LocalText(
            "报告的“" + asked.part() + "”部分缺少" + zh + "。",
            "The part \"" + asked.part() + "\" of the report lacks " + en + "."));
  }
}

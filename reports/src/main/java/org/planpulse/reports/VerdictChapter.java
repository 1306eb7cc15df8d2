package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Verdict.TargetRow;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** The page a leader reads first: conclusion, lights, binding targets, findings, measures. */
final class VerdictChapter {
  private VerdictChapter() {}

  record LightCount(String count, String symbol, String light, String colour) {}

  record TargetLine(
      String name,
      String value,
      String target,
      String unit,
      String margin,
      String symbol,
      String light,
      String colour,
      String note) {}

  static Chapter write(Checkup checkup, Place place) {
    Verdict verdict = checkup.verdict();
    Wording wording = place.wording();
    List<Block> blocks =
        List.of(
            Blocks.table(
                "lights",
                place.captions().table("verdict.lights", checkup.year()),
                "",
                lights(verdict, wording)),
            Blocks.table(
                "targets",
                place.captions().table("verdict.targets", checkup.year()),
                wording.text("verdict.targets.note"),
                verdict.binding().stream().map(row -> target(row, wording)).toList()),
            Blocks.sentences(wording.text("verdict.findings"), verdict.findings(), wording),
            Blocks.sentences(wording.text("verdict.measures"), verdict.measures(), wording));
    return new Chapter(
        place.chapter(), wording.text("chapter.verdict"), verdict.conclusion(), blocks);
  }

  private static List<LightCount> lights(Verdict verdict, Wording wording) {
    List<LightCount> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      counts.add(count(verdict.lights().getOrDefault(level, 0), Light.of(level, wording)));
    }
    counts.add(count(verdict.notEvaluated(), Light.none(wording)));
    return counts;
  }

  private static LightCount count(int count, Light light) {
    return new LightCount(NumberText.of(count), light.symbol(), light.word(), light.colour());
  }

  private static TargetLine target(TargetRow row, Wording wording) {
    Light light = Light.of(row.level(), wording);
    return new TargetLine(
        row.id() + "  " + row.name(),
        NumberText.of(row.value(), row.decimals()),
        row.targetText(),
        row.unit(),
        NumberText.percent(row.margin(), 2),
        light.symbol(),
        light.word(),
        light.colour(),
        wording.text("targets.note", row.clause(), row.judgement()));
  }
}

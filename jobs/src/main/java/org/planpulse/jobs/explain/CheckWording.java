package org.planpulse.jobs.explain;

import org.planpulse.jobs.explain.Explanation.Check;
import org.planpulse.schemas.LocalText;

/** What a check says. */
final class CheckWording {

  private CheckWording() {}

  static LocalText of(Check check) {
    LocalText wording =
        switch (check.kind()) {
          case FORMULA ->
              new LocalText(
                  "按公式重算得 {value}，与所存之值逐位比较",
                  "the formula gives {value} again, compared with the stored value digit by digit");
          case ROWS ->
              new LocalText(
                  "{files} 个文件读入 {in} 行，装入 {loaded}，隔离 {quarantined}",
                  "{in} rows of {files} files: {loaded} loaded, {quarantined} quarantined");
          case ISSUES ->
              new LocalText(
                  "所据文件的问题：错误 {errors}，警告 {warnings}",
                  "issues of these files: {errors} errors, {warnings} warnings");
          case BOOKS ->
              new LocalText(
                  "各地类合计 {classes} m²，图斑合计 {parcels} m²",
                  "all classes {classes} m², all parcels {parcels} m²");
        };
    return new LocalText(filled(wording.zh(), check), filled(wording.en(), check));
  }

  private static String filled(String wording, Check check) {
    String filled = wording;
    for (var number : check.numbers().entrySet()) {
      filled = filled.replace("{" + number.getKey() + "}", number.getValue());
    }
    return filled;
  }
}

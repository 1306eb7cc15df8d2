package org.planpulse.jobs.cli;

import org.planpulse.schemas.Language;

/** A warning level as shape and word, so that it reads without colour. */
record LevelText(Language language) {

  String of(String level) {
    boolean zh = language == Language.ZH;
    return switch (level) {
      case "green" -> zh ? "● 良好" : "● good";
      case "blue" -> zh ? "■ 关注" : "■ watch";
      case "yellow" -> zh ? "▲ 轻警" : "▲ mild";
      case "orange" -> zh ? "◆ 中警" : "◆ serious";
      case "red" -> zh ? "★ 重警" : "★ severe";
      default -> zh ? "○ 不评判" : "○ not judged";
    };
  }
}

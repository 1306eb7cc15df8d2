package org.planpulse.reports;

import java.util.List;
import java.util.stream.IntStream;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.schemas.Language;

/** More kinds of issues than a page holds. */
final class ReturnFixture {
  private ReturnFixture() {}

  static ReturnNote of(Language language) {
    boolean zh = language == Language.ZH;
    return new ReturnNote(
        language,
        zh ? "二连浩特市" : "Erenhot",
        zh ? "统计局" : "Bureau of Statistics",
        "2026-10-31",
        true,
        12,
        7,
        IntStream.rangeClosed(1, 12)
            .mapToObj(
                i ->
                    new ReturnNote.Kind(
                        zh ? "错误" : "error",
                        zh ? "统计年鉴" : "Yearbook",
                        (zh ? "单元格不是数值，第" : "The cell is no number, kind ") + i,
                        "统计局/年鉴2025.xlsx 表" + i + "!C7",
                        zh ? "请填写数值，未调查的留空。" : "Write a number, or leave the cell empty.",
                        i))
            .toList(),
        List.of("统计局-2026-10-31.xlsx"));
  }
}

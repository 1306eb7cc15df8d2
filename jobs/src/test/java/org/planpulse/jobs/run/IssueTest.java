package org.planpulse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.IssueKind;

class IssueTest {

  @Test
  void eachLanguageSeparatesSeveralThingsItsOwnWay() {
    LocalText text = new LocalText("未核查：{rules}。", "Not checked: {rules}.");
    Issue issue =
        new Issue(
            new IssueKind("RULE_LAYER_MISSING", "info", text, text),
            "D01",
            "D01-34",
            "",
            "",
            Map.of("rules", Issue.list(List.of("LR-08", "LR-09"))));

    assertThat(issue.message(Language.ZH)).isEqualTo("未核查：LR-08、LR-09。");
    assertThat(issue.remedy(Language.EN)).isEqualTo("Not checked: LR-08, LR-09.");
  }
}

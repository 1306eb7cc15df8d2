package org.planpulse.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Language;

class WordingTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() {
    Wording zh = Wording.of(Language.ZH);
    Wording en = Wording.of(Language.EN);
    assertThat(zh.bundle().keySet()).isEqualTo(en.bundle().keySet());
    for (String key : zh.bundle().keySet()) {
      assertThat(placeholders(zh.text(key))).as(key).isEqualTo(placeholders(en.text(key)));
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}

package org.planpulse.reports.pdf;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlyphCheckTest {

  /**
   * The first block of Unicode's ideographs holds 7 829 of the 8 105 general standard characters,
   * extension A 77 more; its last ten were added in 2020 and are not among them.
   */
  @Test
  void theFontDrawsEveryCharacterOfTheFirstBlocks() {
    String characters =
        IntStream.concat(
                IntStream.rangeClosed(0x4E00, 0x9FA5), IntStream.rangeClosed(0x3400, 0x4DB5))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThatCode(() -> new GlyphCheck().check(characters)).doesNotThrowAnyException();
  }

  @Test
  void theFontDrawsLatinDigitsUnitsAndSymbols() {
    String ascii =
        IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());

    assertThatCode(() -> new GlyphCheck().check(ascii + "≥≤±×÷℃㎡²³⁴‰µ°·—“”‘’、。，；：（）《》"))
        .doesNotThrowAnyException();
  }

  /** Level 3 of the table of general standard characters: names of places and people. */
  @Test
  void theFontDrawsRareCharactersOfNames() {
    assertThatCode(() -> new GlyphCheck().check("䶮喆堃頔犇赟祎珺玥莜洺垚淼焱")).doesNotThrowAnyException();
  }

  @Test
  void findsALostCharacterDeepInside() {
    assertThatThrownBy(() -> new GlyphCheck().check(List.of(new Line("好", List.of("\u13A0")))))
        .isInstanceOf(MissingGlyphException.class)
        .hasMessageContaining("U+13A0");
  }

  record Line(String name, List<String> texts) {}
}

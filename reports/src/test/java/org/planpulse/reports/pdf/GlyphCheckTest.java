package org.planpulse.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphCheckTest {

  /** Rows 16 to 87 of GB 2312 hold its 6 763 characters, each cell two bytes. */
  @Test
  void theFontDrawsEveryCharacterOfGb2312() {
    StringBuilder characters = new StringBuilder();
    for (int row = 16; row <= 87; row++) {
      for (int cell = 1; cell <= 94; cell++) {
        if (row != 55 || cell <= 89) { // row 55 ends early
          byte[] code = {(byte) (row + 0xA0), (byte) (cell + 0xA0)};
          characters.append(new String(code, Charset.forName("GB2312")));
        }
      }
    }
    assertThat(characters).hasSize(6763);
    assertThatCode(() -> new GlyphCheck().check(characters.toString())).doesNotThrowAnyException();
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

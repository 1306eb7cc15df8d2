package org.planpulse.jobs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class RecipientFileTest {

  @TempDir Path folder;

  @Test
  void aListHasItsPeopleOnceEach() throws IOException {
    RecipientFile file =
        write(
            "\uFEFFlist,name,address\n"
                + "leaders,王市长,mayor@example.org\n"
                + "staff,,desk@example.org\n"
                + "leaders,Mayor,MAYOR@example.org\n");

    assertThat(file.on("leaders")).extracting(Recipient::name).containsExactly("王市长");
    assertThat(file.all())
        .extracting(Recipient::key)
        .containsExactly("mayor@example.org", "desk@example.org");
    assertThat(file.on("staff")).extracting(Recipient::name).containsExactly("desk@example.org");
  }

  @Test
  void anEmptyListAndAWrongAddressAndOtherColumnsAreNamed() throws IOException {
    assertThatThrownBy(() -> write("list,name,address\n").on("leaders"))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("nobody on the list 'leaders'");
    assertThatThrownBy(() -> write("list,name,address\na,b,c@x\na,b,no address\n").all())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("recipients.csv, line 3: 'no address' is no mail address");
    assertThatThrownBy(() -> write("name,mail\n").all())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("must begin with the line list,name,address");
    assertThatThrownBy(() -> new RecipientFile(folder.resolve("none.csv")).all())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("none.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          list,name,address;leaders,"Wang" Li,a@b.cn| line 2: a quotation mark| 第 2 行：引号有误
          list,name,address;a,b,c@d.cn;leaders,Wang, Li,a@b.cn| line 3: 4 columns instead of 3| 第 3 行：有 4 列
          list,name,,address;a,b,,c@d.cn| must begin with the line| 的首行应为
          list,name,address;a,b,c| line 2: 'c' is no mail address| 第 2 行：“c”不是邮件地址
          """)
  void aFaultIsNamedByFileAndLine(String rows, String en, String zh) throws IOException {
    RecipientFile file = write(rows.replace(';', '\n') + "\n");

    assertThatThrownBy(file::all)
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("recipients.csv")
        .hasMessageContaining(en)
        .satisfies(
            error ->
                assertThat(((OperatorError) error).message(Language.ZH))
                    .contains("recipients.csv")
                    .contains(zh));
  }

  private RecipientFile write(String text) throws IOException {
    return new RecipientFile(Files.writeString(folder.resolve("recipients.csv"), text));
  }
}

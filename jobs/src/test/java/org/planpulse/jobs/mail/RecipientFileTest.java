package org.planpulse.jobs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;

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
        .hasMessageContaining("recipient 2: 'no address'");
    assertThatThrownBy(() -> write("name,mail\n").all())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("must begin with the line list,name,address");
    assertThatThrownBy(() -> new RecipientFile(folder.resolve("none.csv")).all())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("none.csv");
  }

  private RecipientFile write(String text) throws IOException {
    return new RecipientFile(Files.writeString(folder.resolve("recipients.csv"), text));
  }
}

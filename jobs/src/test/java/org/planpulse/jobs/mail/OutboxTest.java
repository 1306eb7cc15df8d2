package org.planpulse.jobs.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.jobs.run.OperatorError;

class OutboxTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To: a@example.org\nSubject: no issue\n\ntext\n",
        "X-PlanPulse-Issue: 2025-001\n\nnobody\n",
        "X-PlanPulse-Issue: 2025-001\nTo: a b c\n\nno address\n",
        "",
      })
  void aForeignMailIsNamed(String foreign) throws IOException {
    Files.writeString(folder.resolve("foreign.eml"), foreign);
    Session session = Session.getInstance(new Properties());

    assertThatThrownBy(() -> new Outbox(folder).messages(session))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("foreign.eml");
  }
}

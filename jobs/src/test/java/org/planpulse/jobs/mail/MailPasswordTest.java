package org.planpulse.jobs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;

class MailPasswordTest {

  @TempDir Path folder;

  @Test
  void itComesFromTheEnvironment() throws IOException {
    Workspace workspace = workspace("{user: planner}");

    assertThat(MailPassword.of(workspace, Map.of(MailPassword.VARIABLE, "secret")))
        .isEqualTo("secret");
    assertThatThrownBy(() -> MailPassword.of(workspace, Map.of()))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("PLANPULSE_MAIL_PASSWORD");
  }

  @Test
  void aFileIsReadOnlyWhenNobodyElseCan() throws IOException {
    Workspace workspace = workspace("{user: planner, password_file: mail.secret}");
    Path file = Files.writeString(folder.resolve("mail.secret"), "secret\n");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> MailPassword.of(workspace, Map.of()))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("chmod 600");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(MailPassword.of(workspace, Map.of())).isEqualTo("secret");
  }

  @Test
  void withoutAUserNoneIsAskedFor() throws IOException {
    assertThat(MailPassword.of(workspace("{host: mail.example.org}"), Map.of())).isEmpty();
  }

  private Workspace workspace(String mail) throws IOException {
    Files.writeString(
        folder.resolve("planpulse.yaml"),
        "city: \"150100\"\nplan: example\nmail: " + mail + "\n",
        StandardCharsets.UTF_8);
    return WorkspaceFile.read(folder);
  }
}

package org.planpulse.jobs.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;

/** Where the password of the mail server comes from; it is never printed and never stored. */
public final class MailPassword {

  static final String VARIABLE = "PLANPULSE_MAIL_PASSWORD";

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private MailPassword() {}

  /**
   * The password; empty when nobody signs in.
   *
   * @throws OperatorError when there is none, or others may read its file
   */
  public static String of(Workspace workspace, Map<String, String> environment) {
    Settings.Mail mail = workspace.settings().mail();
    if (mail.user().isEmpty()) {
      return "";
    }
    if (!mail.passwordFile().isEmpty()) {
      return read(workspace.root().resolve(mail.passwordFile()));
    }
    String password = environment.getOrDefault(VARIABLE, "");
    if (password.isEmpty()) {
      throw new OperatorError(
          "缺少发信密码：请设环境变量 " + VARIABLE + "，或用 mail.password_file 指明文件。",
          "There is no mail password: set the environment variable "
              + VARIABLE
              + ", or name a file with mail.password_file.");
    }
    return password;
  }

  private static String read(Path file) {
    try {
      if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new OperatorError(
            "密码文件 " + file + " 可被他人读取，未使用。请运行 chmod 600 " + file + "。",
            "Others may read the password file "
                + file
                + ", so it was not used. Run chmod 600 "
                + file
                + ".");
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new OperatorError(
          "无法读取密码文件 " + file + "。", "Cannot read the password file " + file + ".", e);
    }
  }
}

package org.planpulse.jobs.workspace;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.GeneratedPage;

class SettingsPageTest {

  @Test
  void theSettingsPageDescribesEveryKey() throws IOException {
    new GeneratedPage("settings.md")
        .mustSay(
            """
            # Settings 设置

            `planpulse.yaml` makes a folder a workspace. `planpulse init` writes one with comments; these are
            all its keys. A wrong key or value stops a command with the line and what is allowed.

            `planpulse.yaml` 使文件夹成为工作区，由 `planpulse init` 写出。下表为全部键；键或值有误时，命令会指出行号与允许的取值。

            | key 键 | allowed 允许 | default 默认 | meaning 含义 |
            |---|---|---|---|
            """
                + SettingKey.ALL.stream().map(SettingsPageTest::row).collect(Collectors.joining()));
  }

  private static String row(SettingKey key) {
    return "| `%s` | %s<br>%s | %s | %s<br>%s |\n"
        .formatted(
            key.path(),
            key.type().allowed().en(),
            key.type().allowed().zh(),
            key.standard().map(SettingsPageTest::code).orElse("(required 必填)"),
            key.meaning().en(),
            key.meaning().zh());
  }

  private static String code(String value) {
    return value.isEmpty() ? "" : "`" + value + "`";
  }
}

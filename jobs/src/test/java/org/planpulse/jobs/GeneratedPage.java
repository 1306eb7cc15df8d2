package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under {@code docs/} that a test writes, so that it cannot differ from the program. */
public final class GeneratedPage {

  private static final String UPDATE = "planpulse.docs.update";

  private final Path file;

  public GeneratedPage(String name) {
    this.file = Path.of(System.getProperty("basedir", ".")).resolve("../docs").resolve(name);
  }

  /** Fails when the page says something else; rewrites it under {@code -Dplanpulse.docs.update}. */
  public void mustSay(String text) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(file)
        .as("rewrite it with ./mvnw verify -D" + UPDATE + "=true")
        .content(StandardCharsets.UTF_8)
        .isEqualTo(text);
  }
}

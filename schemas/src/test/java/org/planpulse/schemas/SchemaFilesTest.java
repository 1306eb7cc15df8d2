package org.planpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace lays its own schema files over the packaged ones. */
class SchemaFilesTest {

  private static final String PLAN = "plans/erenhot-2021-2035.yaml";

  @TempDir Path workspace;
  private SchemaFiles packaged;

  @BeforeEach
  void readPackaged() {
    packaged = SchemaFiles.packaged();
  }

  @Test
  void aFileOfTheSamePathReplacesOurs() throws IOException {
    write(PLAN, packaged.text(PLAN).replace("value: null\n    unit", "value: 0.12\n    unit"));

    Schemas schemas = Schemas.load(packaged.overlaidWith(workspace));

    var plan = schemas.plans().get("erenhot-2021-2035");
    assertThat(plan.valueOf(plan.targetOf("TJ21-A-04").orElseThrow())).contains(0.12);
  }

  @Test
  void aNewFileIsAdded() throws IOException {
    String ours = packaged.text("indicators/LOCAL/EL-04.yaml");
    write("indicators/LOCAL/EL-99.yaml", ours.replace("code: EL-04", "code: EL-99"));

    Schemas schemas = Schemas.load(packaged.overlaidWith(workspace));

    assertThat(schemas.indicators())
        .hasSize(PackagedSchemas.LOADED.indicators().size() + 1)
        .anyMatch(indicator -> indicator.code().equals("EL-99"));
  }

  @Test
  void aWorkspaceWithoutSchemasChangesNothing() {
    assertThat(packaged.overlaidWith(workspace.resolve("absent"))).isEqualTo(packaged);
  }

  @Test
  void filesOfEditorsAreLeftAlone() throws IOException {
    write("contracts/A-01-land-parcels.yaml~", "not yaml: [");
    write("contracts/.A-01.yaml.swp", "x");
    write("contracts/.hidden.yaml", "not yaml: [");
    write("README.md", "words");

    assertThat(packaged.overlaidWith(workspace)).isEqualTo(packaged);
  }

  @Test
  void aFileSavedInGbkIsNamed() throws IOException {
    Path file = workspace.resolve("codelists/departments.yaml");
    Files.createDirectories(file.getParent());
    Files.write(file, "# 部门".getBytes(Charset.forName("GBK")));

    assertThatThrownBy(() -> packaged.overlaidWith(workspace))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("departments.yaml")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void theProgramMayLieInAJarUnderAnyPath() throws IOException {
    Path jar = workspace.resolve("规划 体检.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String path : packaged.contents().keySet()) {
        out.putNextEntry(new JarEntry("planpulse/" + path));
        out.write(packaged.text(path).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    URL root = URI.create("jar:" + jar.toUri() + "!/planpulse").toURL();

    assertThat(SchemaFiles.packagedAt(root)).isEqualTo(packaged);
    assertThat(SchemaFiles.packagedAt(root)).isEqualTo(packaged);
  }

  private void write(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

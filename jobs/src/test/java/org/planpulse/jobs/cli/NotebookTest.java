package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.DemoWorkspace;

/** Runs the notebook as a reader would: a demo city first, then Jupyter with the Java kernel. */
class NotebookTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Path KERNEL =
      MODULE.resolve("target/notebook/kernels/planpulse/kernel.json");
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theNotebookRunsOnADemoCityAndShowsATableAndAChart() throws Exception {
    assumeTrue(isInstalled("jupyter-nbconvert"), "skipped: jupyter-nbconvert is not installed");
    Path demo = DemoWorkspace.pipeline().workspace().root();

    run(
        List.of(
            "jupyter-nbconvert",
            "--to",
            "html",
            "--execute",
            MODULE.resolve("../notebooks/indicator-history.ipynb").toRealPath().toString(),
            "--ExecutePreprocessor.startup_timeout=60",
            "--output-dir",
            folder.toString()),
        Map.of(
            "JUPYTER_PATH", kernelWithTestClassPath().toString(),
            "PLANPULSE_WORKSPACE", demo.toString()));

    assertThat(folder.resolve("indicator-history.html"))
        .content(StandardCharsets.UTF_8)
        .contains("<th>built-up land, km²</th>")
        .contains("<td>2025</td>")
        .contains("data:image/png;base64,");
  }

  /** The jar is not built yet when tests run, so the kernel gets their class path. */
  private Path kernelWithTestClassPath() throws IOException {
    Path kernels = folder.resolve("jupyter");
    Path copy =
        Files.createDirectories(kernels.resolve("kernels/planpulse")).resolve("kernel.json");
    String jar = MODULE.toRealPath().resolve("target/planpulse.jar").toString();
    String description = Files.readString(KERNEL, StandardCharsets.UTF_8);
    assertThat(description).contains(jar);
    Files.writeString(
        copy, description.replace(jar, jarOfTheClassPath().toString()), StandardCharsets.UTF_8);
    return kernels;
  }

  /** Nothing but a manifest, as the packaged jar has one: the kernel takes no path of 200 jars. */
  private Path jarOfTheClassPath() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(CLASS_PATH.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("class-path.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /**
   * Jupyter looks for free ports and lets them go for the kernel to take: where another process was
   * quicker, the kernel never answers, and a second start finds others.
   */
  private void run(List<String> command, Map<String, String> environment) throws Exception {
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0 && tail(log).contains("Kernel didn't respond")) {
      code = builder.start().waitFor();
    }
    assertThat(code).as(() -> tail(log)).isZero();
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }
}

package org.planpulse.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.io.FileUtils;

/**
 * Loads a register of 200 MB and a layer of 2 GB as a run does, under the launcher's own flags, and
 * in turn with it a plain POI loop over the one and {@code ogr2ogr} on the other. Prints a table of
 * times, rates and memory. Files of an earlier bench in the folder are used again. See {@code
 * docs/run-logs} for the command and for figures.
 */
final class LargeFilesBench {

  private static final int REGISTER_ROWS = 2_300_000;
  private static final int PARCELS = 1_400_000;
  private static final String FLAGS = "exec \"$JAVA\" ";

  private final Path folder;
  private final Path program;
  private final Path log;

  private LargeFilesBench(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
    this.log = folder.resolve("bench.log");
  }

  /**
   * @param args folder for the files (20 GB); rounds; share of the full sizes, 1 when left out
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    double share = args.length > 2 ? Double.parseDouble(args[2]) : 1;
    new LargeFilesBench(folder, Path.of("").toAbsolutePath()).run(rounds, share);
  }

  private void run(int rounds, double share) throws IOException, InterruptedException {
    int rows = (int) (REGISTER_ROWS * share);
    int parcels = (int) (PARCELS * share);
    Path register = file("register", "农牧和水务局/耕地质量调查样点_2025.xlsx");
    Path layer = file("layer", "自然资源局/DLTB_2025.shp");
    if (!Files.exists(register)) {
      LargeRegister.write(register, rows);
    }
    if (!Files.exists(layer)) {
      LargeLayer.write(layer, parcels);
    }
    say("%s: %d rows, %.0f MB", register.getFileName(), rows, Files.size(register) / 1e6);
    say("%s: %d parcels, %.2f GB with .dbf", layer.getFileName(), parcels, bytes(layer) / 1e9);
    say("%n| what | seconds | CPU seconds | a second | resident, GB |%n|---|---|---|---|---|");
    for (int round = 0; round < rounds; round++) {
      measure("register, planpulse", rows, ingest("register"));
      measure("register, POI event loop", rows, java(PoiLoop.class, register));
      measure("layer, planpulse", parcels, ingest("layer"));
      Path target = folder.resolve("layer.gpkg");
      Files.deleteIfExists(target);
      measure("layer, ogr2ogr to GeoPackage", parcels, ogr2ogr(layer, target));
    }
  }

  private Path file(String workspace, String name) throws IOException {
    Path file = folder.resolve(workspace).resolve("landing").resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private static long bytes(Path layer) throws IOException {
    try (Stream<Path> members = Files.list(layer.getParent())) {
      return members.mapToLong(member -> member.toFile().length()).sum();
    }
  }

  private void measure(String what, int rows, List<String> command)
      throws IOException, InterruptedException {
    MeasuredProcess process = MeasuredProcess.run(log, command);
    if (!process.succeeded()) {
      say("| %s | failed after %.0f s, see %s | | | |", what, process.seconds(), log);
      return;
    }
    say(
        "| %s | %.0f | %.0f | %.0f | %.2f |",
        what,
        process.seconds(),
        process.cpuSeconds(),
        rows / process.seconds(),
        process.peakBytes() / 1e9);
  }

  private List<String> ingest(String workspace) throws IOException {
    Path root = folder.resolve(workspace);
    FileUtils.deleteDirectory(root.resolve("warehouse").toFile());
    return java(IngestOnly.class, root);
  }

  private List<String> ogr2ogr(Path layer, Path target) {
    return List.of(
        "ogr2ogr",
        "-f",
        "GPKG",
        "-lco",
        "SPATIAL_INDEX=NO",
        "-oo",
        "ENCODING=GBK",
        target.toString(),
        layer.toString());
  }

  /** With the flags of the launcher, and the packages its jar opens. */
  private List<String> java(Class<?> main, Path argument) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launcherFlags());
    for (String opened : opened().split(" ")) {
      command.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), argument.toString()));
    return command;
  }

  private List<String> launcherFlags() throws IOException {
    String start =
        Files.readAllLines(program.resolve("planpulse")).stream()
            .filter(line -> line.startsWith(FLAGS))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(start.split(" "))
        .filter(word -> word.startsWith("-X") || word.startsWith("-D"))
        .toList();
  }

  private String opened() throws IOException {
    try (ZipFile jar = new ZipFile(program.resolve("jobs/target/planpulse.jar").toFile());
        InputStream manifest = jar.getInputStream(jar.getEntry("META-INF/MANIFEST.MF"))) {
      return new Manifest(manifest).getMainAttributes().getValue(new Attributes.Name("Add-Opens"));
    }
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}

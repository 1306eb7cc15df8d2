package org.planpulse.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.planpulse.jobs.run.Digest;
import org.planpulse.samples.overlay.OverlaySample;

/**
 * Generated parcels and zones, a folder for each size.
 *
 * @param folder files written before by the same version are used again
 * @param log of the process that writes them
 */
record SampleFiles(Path folder, Path log) {

  /** The folder of about so many parcels. */
  Path of(int parcels) throws IOException, InterruptedException {
    Path data = folder.resolve("parcels-" + parcels);
    Path done = data.resolve("complete");
    String version = new Digest().add(generator()).hex16();
    if (!Files.exists(done) || !Files.readString(done).equals(version)) {
      Files.createDirectories(folder);
      List<String> command =
          WorkerProcess.command("sample", data, Path.of(Integer.toString(parcels)));
      if (!MeasuredProcess.run(log, command).succeeded()) {
        throw new IllegalStateException("no files for the bench; see " + log);
      }
      Files.writeString(done, version);
    }
    return data;
  }

  /** The program that writes the files: those of another version are not used again. */
  private static byte[] generator() throws IOException {
    try (InputStream program = OverlaySample.class.getResourceAsStream("OverlaySample.class")) {
      return program.readAllBytes();
    }
  }
}

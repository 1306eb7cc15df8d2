package org.planpulse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.schemas.SchemaFiles;

/** Computes the fingerprints of one run's jobs. What jobs name themselves is asked for once. */
final class Fingerprints {

  /** Names the program, the catalogue and the settings among a job's inputs. */
  static final String PROGRAM = "program";

  /** Stands for the version of a table that does not exist. */
  static final String NO_VERSION = "none";

  private final RunContext run;
  private final String basis;
  private final Map<String, Map<String, String>> ownInputs = new LinkedHashMap<>();

  Fingerprints(RunContext run, List<Job> jobs) {
    this.run = run;
    this.basis = basis(run);
    for (Job job : jobs) {
      ownInputs.put(job.describe().name(), job.inputs(run));
    }
  }

  /**
   * The day and a hash of all that comes from outside the warehouse: a run that was interrupted and
   * is started again has the same id.
   */
  String runId() {
    Digest digest = new Digest().add(basis);
    ownInputs.forEach((job, inputs) -> digest.add(job).add(inputs));
    return run.runDate() + "-" + digest.hex16().substring(0, 8);
  }

  /**
   * The fingerprint of a job with the tables as they are now.
   *
   * @param issues hash of the issues the job may see, its input in place of the issue tables'
   *     versions
   */
  Fingerprint of(Job job, String issues) {
    JobDescription description = job.describe();
    Map<String, String> inputs = new TreeMap<>(ownInputs.get(description.name()));
    inputs.put(PROGRAM, basis);
    for (String table : description.reads()) {
      if (JobOrder.ISSUE_TABLES.contains(table)) {
        inputs.put(table, issues);
      } else if (!description.writes().contains(table)) {
        inputs.put(table, version(table));
      }
    }
    String hash = new Digest().add(description.name()).add(inputs).hex16();
    return new Fingerprint(hash, inputs);
  }

  /** Versions of the tables and hashes of the files a job writes, as they are now. */
  Map<String, String> outputs(Job job) {
    Map<String, String> outputs = new TreeMap<>();
    for (String table : job.describe().writes()) {
      if (table.contains(".")) {
        outputs.put(table, version(table));
      }
    }
    for (Path file : job.files(run)) {
      outputs.put(run.workspace().root().relativize(file).toString(), hash(file));
    }
    return outputs;
  }

  private String version(String table) {
    var version = run.warehouse().version(table);
    return version.isPresent() ? Long.toString(version.getAsLong()) : NO_VERSION;
  }

  private static String hash(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new Digest().add(Files.readAllBytes(file)).hex16()
          : "none";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String basis(RunContext run) {
    Settings settings = run.workspace().settings();
    return new Digest()
        .add(ProgramHash.compute())
        .add(SchemaFiles.packaged().overlaidWith(run.workspace().schemas()).contents())
        .add(settings.city())
        .add(settings.plan())
        .add(settings.crs())
        .add(settings.language().code())
        .add(Boolean.toString(settings.sampleData()))
        .add(settings.areas().toString())
        .add(settings.datumShifts().toString())
        .add(settings.planParameters())
        .hex16();
  }
}

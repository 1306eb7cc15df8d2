package org.planpulse.jobs.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/**
 * The schema files read last in this process: reading hundreds of them again takes longer than most
 * questions do. They are read again when one of them has changed.
 */
final class KnownSchemas {

  private record Known(SchemaFiles files, Schemas schemas) {}

  private static final AtomicReference<Known> LAST = new AtomicReference<>();

  private KnownSchemas() {}

  /** Those that hold in a workspace. */
  static Schemas of(Workspace workspace) {
    SchemaFiles files = SchemaFiles.packaged().overlaidWith(workspace.schemas());
    Known last = LAST.get();
    if (last == null || !last.files().equals(files)) {
      last = new Known(files, Schemas.load(files));
      LAST.set(last);
    }
    return last.schemas();
  }
}

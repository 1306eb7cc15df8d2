package org.planpulse.jobs.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.planpulse.schemas.LocalText;

/**
 * One way to overlay.
 *
 * @param command from the folder of files and the file of results
 */
record Contender(String id, LocalText name, BiFunction<Path, Path, List<String>> command) {}

package org.planpulse.jobs.ingest.vector;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.planpulse.jobs.ingest.crs.Extent;

/**
 * A clean copy of a shapefile that Spark can read.
 *
 * @param folder of the copy alone; its records keep the numbers they have in the original
 * @param fields names as delivered; in the copy they are {@code c000}, {@code c001}, ...
 * @param rowsIn shapes or attribute records in the original, whichever are more
 */
record StagedShapefile(
    Path folder, List<String> fields, Charset charset, Extent extent, long rowsIn) {}

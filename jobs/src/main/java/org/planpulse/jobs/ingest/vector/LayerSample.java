package org.planpulse.jobs.ingest.vector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a vector file holds, for people who have no contract for it yet.
 *
 * @param layer read; of a file without named layers its name
 * @param others further layers of a container, not read
 * @param fields as delivered, those without any value too where the format names them
 * @param crs {@code EPSG:n}; empty when neither the file nor its coordinates tell it
 * @param shapes kinds of geometry met, as in WKT
 */
public record LayerSample(
    String layer,
    List<String> others,
    List<String> fields,
    Optional<String> crs,
    Set<String> shapes,
    long features) {}

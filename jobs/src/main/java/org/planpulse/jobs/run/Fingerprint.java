package org.planpulse.jobs.run;

import java.util.Map;

/**
 * All that a job's result depends on.
 *
 * @param hash of the job's name and {@code inputs}
 * @param inputs versions of the tables read, what the job itself names, and a hash of the program,
 *     the schema files and the settings
 */
record Fingerprint(String hash, Map<String, String> inputs) {}

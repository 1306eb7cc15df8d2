package org.planpulse.jobs.run;

import java.util.Map;

/**
 * All that a job's result depends on.
 *
 * @param hash of the job's name, the program, the schema files, the settings, and {@code inputs}
 * @param inputs versions of the tables read, and what the job itself names
 */
record Fingerprint(String hash, Map<String, String> inputs) {}

/**
 * Where a figure comes from, down to the cells and layers of the files, and why it changed. Reads
 * the tables without Spark.
 */
package org.planpulse.jobs.explain;

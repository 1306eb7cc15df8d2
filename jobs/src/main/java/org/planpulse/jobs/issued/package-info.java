/**
 * Reports as they were issued: an archive beside the warehouse, which no clean-up of tables
 * touches, and the proof that a file is the issued one.
 */
package org.planpulse.jobs.issued;

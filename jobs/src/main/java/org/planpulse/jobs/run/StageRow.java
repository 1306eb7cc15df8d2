package org.planpulse.jobs.run;

import java.util.Comparator;
import org.apache.spark.sql.Row;

/** A row that belongs to the job that found it. */
interface StageRow {

  /** Any order will do that does not depend on threads or partitions. */
  Comparator<StageRow> ORDER = Comparator.comparing(Object::toString);

  /** The job's name. */
  String stage();

  Row toSpark();
}

package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A fault of one row, on its way from Spark's workers to the issue store.
 *
 * @param subject what it is about, see {@link Finding#subject()}
 */
record Problem(String code, String subject, boolean quarantines, Map<String, String> values)
    implements Serializable {

  /** Spark type of a row's problems. */
  static final DataType TYPE =
      DataType.fromDDL(
          "array<struct<code:string,subject:string,quarantines:boolean,"
              + "values:map<string,string>>>");

  Row row() {
    return RowFactory.create(code, subject, quarantines, CollectionConverters.asScala(values));
  }
}

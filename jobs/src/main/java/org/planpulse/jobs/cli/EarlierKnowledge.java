package org.planpulse.jobs.cli;

import static org.apache.spark.sql.functions.broadcast;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.planpulse.jobs.warehouse.Warehouse;

/**
 * What a warehouse held at the end of a day: the files received by then, what was found when they
 * were read, and what indicators had taken from deliveries that were superseded by then.
 */
final class EarlierKnowledge {

  private static final String[] FILE = {"dataset", "source_key"};
  private static final List<String> CONTENT =
      List.of("bronze.cell", "bronze.record", "bronze.feature", "bronze.tile");

  private final Warehouse now;
  private final LocalDate day;

  EarlierKnowledge(Warehouse now, LocalDate day) {
    this.now = now;
    this.day = day;
  }

  void copyTo(Warehouse then) {
    Dataset<Row> received =
        now.read("bronze.source_file").where("received_on <= DATE '%s'".formatted(day));
    then.append("bronze.source_file", received);
    Dataset<Row> files = broadcast(received.select(FILE[0], FILE[1]).distinct());
    for (String table : CONTENT) {
      then.append(table, now.read(table).join(files, FILE, "left_semi"));
    }
    then.append("ops.data_issue", issues(received));
    then.append("ops.quarantine", quarantine(received));
    then.append("gold.indicator_input", inputs());
  }

  /** Of the files received, and of what never became a file that could be read. */
  private Dataset<Row> issues(Dataset<Row> received) {
    Dataset<Row> found = now.read("ops.data_issue").where("stage = 'ingest'");
    Dataset<Row> ofFiles =
        found.join(broadcast(names(received)), new String[] {"file"}, "left_semi");
    Dataset<Row> ofOthers =
        found
            .join(
                broadcast(names(now.read("bronze.source_file"))),
                new String[] {"file"},
                "left_anti")
            .where("first_seen <= DATE '%s'".formatted(day));
    return ofFiles.unionByName(ofOthers);
  }

  private static Dataset<Row> names(Dataset<Row> files) {
    return files.select("file").distinct();
  }

  private Dataset<Row> quarantine(Dataset<Row> received) {
    Dataset<Row> keys = received.select(functions.col("source_key").as("key")).distinct();
    Dataset<Row> rows = now.read("ops.quarantine").where("stage = 'ingest'");
    return rows.join(
        broadcast(keys),
        functions.substring_index(rows.col("source_id"), "!", 1).equalTo(keys.col("key")),
        "left_semi");
  }

  private Dataset<Row> inputs() {
    return now.read("gold.indicator_input")
        .where("known_from <= DATE '%s'".formatted(day))
        .withColumn(
            "known_to", functions.expr("if(known_to <= DATE '%s', known_to, NULL)".formatted(day)));
  }
}

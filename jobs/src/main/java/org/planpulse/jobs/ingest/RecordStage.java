package org.planpulse.jobs.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.ingest.record.RecordSink;
import org.planpulse.jobs.ingest.record.SourceRecord;

/**
 * Keeps the records of a list on disk, one JSON object a line, from where Spark reads them in
 * parts: a list may be larger than memory.
 */
final class RecordStage implements RecordSink, Closeable {

  private static final StructType SCHEMA =
      StructType.fromDDL("sheet STRING, line INT, fields MAP<STRING, STRING>");

  private final Path file;
  private final JsonGenerator json;

  /**
   * @param folder an own one for this list
   */
  RecordStage(Path folder) throws IOException {
    Files.createDirectories(folder);
    file = folder.resolve("records.json");
    json =
        new JsonFactory()
            // Half a character pair, which a formula may leave, is no reason to lose the list.
            .createGenerator(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))
            .setRootValueSeparator(new SerializedString("\n"));
  }

  @Override
  public void add(SourceRecord record) throws IOException {
    json.writeStartObject();
    json.writeStringField("sheet", record.sheet());
    json.writeNumberField("line", record.line());
    json.writeObjectFieldStart("fields");
    for (Map.Entry<String, String> field : record.fields().entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  /** Rows of {@code bronze.record}; the file must last until they are written. */
  Dataset<Row> rows(SparkSession spark, Assignment source) {
    return spark
        .read()
        .schema(SCHEMA)
        .option("mode", "FAILFAST")
        .option("__globPaths__", "false") // a folder may be called [1]
        .json(file.toString())
        .select(
            functions.lit(source.contract().id()).as("dataset"),
            functions.lit(source.delivery().sourceKey()).as("source_key"),
            functions.col("sheet"),
            functions.col("line"),
            functions.col("fields"));
  }
}

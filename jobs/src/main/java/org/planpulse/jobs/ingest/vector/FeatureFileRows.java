package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.locationtech.jts.io.WKBWriter;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads a feature file in an executor into rows of {@link FeatureRows#SCHEMA}. Features without
 * geometry were quarantined when the file was looked through.
 */
record FeatureFileRows(
    FeatureFormat format, String layer, String dataset, String sourceKey, String crs)
    implements FlatMapFunction<String, Row> {

  /**
   * @param file path every executor can open
   */
  @Override
  public Iterator<Row> call(String file) throws IOException {
    FeatureFile features = format.open(Path.of(file));
    TaskContext.get()
        .addTaskCompletionListener((TaskCompletionListener) context -> close(features));
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(features, 0), false)
        .filter(feature -> feature.shape() != null)
        .map(this::row)
        .iterator();
  }

  private Row row(FeatureFile.Feature feature) {
    return RowFactory.create(
        dataset,
        sourceKey,
        layer,
        feature.number(),
        CollectionConverters.asScala(feature.fields()),
        crs,
        new WKBWriter(2).write(feature.shape()));
  }

  private static void close(FeatureFile features) {
    try {
      features.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.planpulse.jobs.publish;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sedona.common.FunctionsGeoTools;
import org.apache.sedona.common.jts2geojson.GeoJSONWriter;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.geometry.DatumShifts;
import org.planpulse.jobs.geometry.ToCgcs2000;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.WholeFile;

/**
 * The features a department is asked to look at, as GeoJSON (longitude, latitude): any GIS shows
 * where they lie and what is wrong with each.
 */
final class ReturnPlaces {

  private static final String DEGREES = "EPSG:4326";

  private ReturnPlaces() {}

  /**
   * @param features with file, place, crs and geometry
   * @return the file; empty when no issue is about a feature
   */
  static Optional<Path> write(List<GoldRow> features, List<ReturnLine> lines, Path file)
      throws IOException {
    Map<String, List<ReturnLine>> byPlace =
        lines.stream().collect(Collectors.groupingBy(line -> line.file() + "!" + line.place()));
    List<GoldRow> named =
        features.stream()
            .filter(row -> byPlace.containsKey(row.text("file") + "!" + row.text("place")))
            .toList();
    if (named.isEmpty()) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    return Optional.of(WholeFile.write(file, draft -> write(named, byPlace, draft)));
  }

  private static void write(
      List<GoldRow> features, Map<String, List<ReturnLine>> byPlace, Path file) throws IOException {
    try (JsonGenerator json =
        new ObjectMapper().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (GoldRow row : features) {
        for (ReturnLine line : byPlace.get(row.text("file") + "!" + row.text("place"))) {
          write(json, row, line);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, GoldRow row, ReturnLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("severity", line.severity());
    json.writeStringField("dataset", line.dataset());
    json.writeStringField("file", line.file());
    json.writeStringField("place", line.place());
    json.writeStringField("message", line.message());
    json.writeStringField("remedy", line.remedy());
    json.writeEndObject();
    json.writeFieldName("geometry");
    json.writeRawValue(geometry(row));
    json.writeEndObject();
  }

  /** A system without an exact way is shown all the same: a map need only point at a feature. */
  private static Geometry degrees(Geometry shape, String crs)
      throws FactoryException, TransformException {
    Optional<ToCgcs2000> way = ToCgcs2000.of(crs, DatumShifts.NONE);
    return way.isPresent()
        ? way.get().apply(shape)
        : FunctionsGeoTools.transform(shape, crs, DEGREES);
  }

  /** Null where the delivered shape has no place on earth: that may be the very fault. */
  private static String geometry(GoldRow row) {
    try {
      Geometry shape = new WKBReader().read(row.bytes("geometry"));
      Geometry degrees = degrees(shape, row.text("crs"));
      return new GeoJSONWriter().write(degrees).toString();
    } catch (ParseException | FactoryException | TransformException e) {
      return "null";
    }
  }
}

package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.nio.file.Path;

/** Formats whose features are read one after the other. */
public enum FeatureFormat {
  GEOJSON("no FeatureCollection") {
    @Override
    FeatureFile open(Path file) throws IOException {
      return new GeoJsonFeatures(file);
    }
  },
  TOPOJSON("no Topology") {
    @Override
    FeatureFile open(Path file) throws IOException {
      return new TopoJsonFeatures(file);
    }
  },
  KML("no closed kml element") {
    @Override
    FeatureFile open(Path file) throws IOException {
      return new KmlFeatures(file);
    }
  },
  BOUNDARY_POINTS("no [地块坐标]") {
    @Override
    FeatureFile open(Path file) throws IOException {
      return new BoundaryPointFeatures(file);
    }
  };

  private final String fault;

  FeatureFormat(String fault) {
    this.fault = fault;
  }

  /** What a file lacks that is not whole. */
  String content() {
    return fault;
  }

  /**
   * @throws IOException when the file does not begin as the format does
   */
  abstract FeatureFile open(Path file) throws IOException;
}

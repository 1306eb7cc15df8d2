package org.planpulse.samples.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Zones that cover a region without gaps or overlaps, their borders at survey detail. */
final class Partition {

  private static final double MILLIMETRES = 1000;

  private Partition() {}

  /**
   * @param region metres; all of it is covered, and land around it
   * @return the zones with shared vertices on shared borders
   */
  static List<Polygon> of(Envelope region, int zones, SurveyedLine line, Random random) {
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < zones; i++) {
      sites.add(
          new Coordinate(
              region.getMinX() + random.nextDouble() * region.getWidth(),
              region.getMinY() + random.nextDouble() * region.getHeight()));
    }
    GeometryFactory factory = new GeometryFactory();
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    Envelope clip = new Envelope(region);
    clip.expandBy(region.getWidth() / 10);
    builder.setClipEnvelope(clip);
    Geometry diagram = builder.getDiagram(factory);
    List<Polygon> partition = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Coordinate[] corners = diagram.getGeometryN(i).getCoordinates();
      for (Coordinate corner : corners) {
        corner.x = Math.rint(corner.x * MILLIMETRES) / MILLIMETRES;
        corner.y = Math.rint(corner.y * MILLIMETRES) / MILLIMETRES;
      }
      partition.add(factory.createPolygon(line.ring(corners)));
    }
    return partition;
  }
}

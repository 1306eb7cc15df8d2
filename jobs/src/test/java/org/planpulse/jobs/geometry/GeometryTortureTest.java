package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.ingest.TestSources;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The overlay and validity cases that broke geometry libraries, brought to the size of a parcel:
 * each goes through repair and overlay, and what was not valid is told.
 */
class GeometryTortureTest {

  /** Degrees that the larger side of a case is brought to. */
  private static final double SIZE = 0.01;

  /** Snapping of the robust overlay moves lines by this share of a case at most. */
  private static final double TOLERANCE = 1e-5;

  private final AtomicInteger read = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> casesOfTheTopologySuite() throws IOException {
    Path folder = TestSources.realData("geometry-torture-a").resolve("jts-testxml");
    List<Path> files = files(folder, ".xml");
    assertThat(files).hasSizeGreaterThan(60);
    return Stream.concat(
        files.stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> run(file))),
        Stream.of(
            DynamicTest.dynamicTest(
                "geometries read", () -> assertThat(read).hasValueGreaterThanOrEqualTo(2_200))));
  }

  /** Shapes that other programs fail on; geometries by the end of the file name. */
  @ParameterizedTest
  @CsvSource({".wkt, 2", ".shp, 298", ".json, 5", ".geojson, 4", ".gpkg, 6"})
  void everyGeometryOfOtherFilesIsSoundOrBooked(String ending, int atLeast) throws IOException {
    List<Path> files = files(TestSources.realData("geometry-torture-a"), ending);
    int geometries = 0;
    for (Path file : files) {
      List<Geometry> shapes = TortureFiles.read(file);
      Envelope extent = new Envelope();
      shapes.forEach(shape -> expand(extent, shape));
      shapes.forEach(shape -> repaired(shape, extent));
      geometries += shapes.size();
    }
    assertThat(geometries).as("geometries in %s", files).isGreaterThanOrEqualTo(atLeast);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private void run(Path file) throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("case");
    for (int i = 0; i < cases.getLength(); i++) {
      Element element = (Element) cases.item(i);
      Optional<Geometry> a = geometry(element, "a");
      Optional<Geometry> b = geometry(element, "b");
      Envelope extent = new Envelope();
      Stream.of(a, b).flatMap(Optional::stream).forEach(g -> expand(extent, g));
      Stream.of(a, b).flatMap(Optional::stream).forEach(g -> read.incrementAndGet());
      Optional<Geometry> shape = a.flatMap(g -> repaired(g, extent));
      Optional<Geometry> other = b.flatMap(g -> repaired(g, extent));
      Optional<Geometry> zone = other.or(() -> b.isPresent() ? Optional.empty() : shape);
      if (shape.isPresent() && zone.isPresent()) {
        overlay(shape.get(), zone.get());
      }
    }
  }

  private static void expand(Envelope extent, Geometry geometry) {
    extent.expandToInclude(geometry.getEnvelopeInternal());
  }

  private static Optional<Geometry> geometry(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    if (found.getLength() == 0) {
      return Optional.empty();
    }
    String text = found.item(0).getTextContent().strip();
    try {
      return Optional.of(
          text.matches("[0-9A-Fa-f\\s]+")
              ? new WKBReader().read(WKBReader.hexToBytes(text.replaceAll("\\s", "")))
              : new WKTReader().read(text));
    } catch (ParseException | IllegalArgumentException notReadable) {
      return Optional.empty();
    }
  }

  private static Optional<Geometry> repaired(Geometry delivered, Envelope extent) {
    Geometry degrees = degrees(delivered, extent);
    RepairResult result = GeometryRepair.inDegrees().repair(degrees);
    boolean sound =
        !degrees.isEmpty() && degrees.getDimension() == 2 && new IsValidOp(degrees).isValid();
    if (!sound) {
      assertThat(result.reason()).as("%s", degrees).isPresent();
    }
    result.geometry().ifPresent(geometry -> assertThat(geometry.isValid()).isTrue());
    return result.geometry();
  }

  /** As it is where there is no size to bring it to. */
  private static Geometry degrees(Geometry delivered, Envelope extent) {
    double side = Math.max(extent.getWidth(), extent.getHeight());
    return extent.isNull() || !(side > 0) || Double.isInfinite(side)
        ? delivered
        : AffineTransformation.translationInstance(-extent.getMinX(), -extent.getMinY())
            .scale(SIZE / side, SIZE / side)
            .translate(112, 43.6)
            .transform(delivered);
  }

  private static void overlay(Geometry shape, Geometry zone) {
    long hundredths = EllipsoidalArea.hundredths(shape);
    List<Part> parts = new ArrayList<>();
    ZoneParts.of(zone).forEach(part -> parts.add(new Part("zone", "z", part)));
    long inside =
        ParcelOverlay.of(shape, hundredths, parts).stream().mapToLong(Entry::hundredths).sum();
    assertThat(inside).isBetween(0L, hundredths);
    double both = straight(OverlayNGRobust.overlay(shape, zone, OverlayNG.INTERSECTION));
    double expected = hundredths * both / straight(shape);
    assertThat((double) inside)
        .isBetween(expected - TOLERANCE * hundredths - 1, expected + TOLERANCE * hundredths + 1);
  }

  private static double straight(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        sum += EllipsoidalArea.squareMetres(geometry.getGeometryN(i), Edge.STRAIGHT_IN_DEGREES);
      }
    }
    return sum;
  }
}

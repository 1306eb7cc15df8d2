package org.planpulse.jobs.geometry;

import java.util.Optional;
import java.util.function.Consumer;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.IdentityTransform;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The way from a delivered reference system to longitude and latitude of CGCS2000. Degrees of WGS
 * 84, ITRF, ETRS89 and the like are taken as they are. The old Chinese datums need {@link
 * SevenParameters}, others a published shift good enough; else there is no way.
 */
public final class ToCgcs2000 {

  private static final String WGS84 = "EPSG:4326";

  private final MathTransform toDegrees;
  private final Consumer<Coordinate> shift;
  private final Kind kind;
  private final Optional<String> parameters;

  /** What is done to degrees. */
  public enum Kind {
    NONE,
    SEVEN_PARAMETERS,
    PUBLISHED_SHIFT,
    MAP_OFFSET
  }

  private ToCgcs2000(
      MathTransform toDegrees, Consumer<Coordinate> shift, Kind kind, Optional<String> parameters) {
    this.parameters = parameters;
    this.toDegrees = toDegrees;
    this.shift = shift;
    this.kind = kind;
  }

  /**
   * @param crs {@code EPSG:n}, a text in WKT 1, {@code GCJ-02} or {@code BD-09}
   * @return empty when the system is unknown or there is no way from it
   */
  public static Optional<ToCgcs2000> of(String crs, DatumShifts shifts) {
    Optional<MapOffset> offset = MapOffset.of(crs);
    if (offset.isPresent()) {
      MathTransform same = IdentityTransform.create(2);
      return Optional.of(
          new ToCgcs2000(same, offset.get()::remove, Kind.MAP_OFFSET, Optional.empty()));
    }
    try {
      CoordinateReferenceSystem system = ReferenceSystem.of(crs);
      Optional<MathTransform> toDegrees = toDegrees(system);
      return toDegrees.isEmpty() ? Optional.empty() : of(system, toDegrees.get(), shifts);
    } catch (FactoryException | TransformException e) {
      return Optional.empty();
    }
  }

  private static Optional<ToCgcs2000> of(
      CoordinateReferenceSystem system, MathTransform toDegrees, DatumShifts shifts)
      throws FactoryException {
    if (ReferenceSystem.isModern(system)) {
      return Optional.of(new ToCgcs2000(toDegrees, point -> {}, Kind.NONE, Optional.empty()));
    }
    Double accuracy = shifts.published().get(ReferenceSystem.datum(system));
    if (accuracy != null) {
      return Optional.of(published(system, accuracy));
    }
    Ellipsoid old = CRS.getEllipsoid(system);
    return OldDatum.of(system)
        .map(shifts.given()::get)
        .map(
            parameters ->
                new ToCgcs2000(
                    toDegrees,
                    point ->
                        parameters.apply(point, old.getSemiMajorAxis(), old.getInverseFlattening()),
                    Kind.SEVEN_PARAMETERS,
                    Optional.of(parameters.toString())));
  }

  /** By way of WGS 84, for to CGCS2000 the registry knows no shift and would leave it out. */
  private static ToCgcs2000 published(CoordinateReferenceSystem system, double accuracy)
      throws FactoryException {
    MathTransform whole = CRS.findMathTransform(system, ReferenceSystem.of(WGS84));
    return new ToCgcs2000(
        whole, point -> {}, Kind.PUBLISHED_SHIFT, Optional.of("EPSG, " + accuracy + " m"));
  }

  private static Optional<MathTransform> toDegrees(CoordinateReferenceSystem system)
      throws TransformException {
    if (system instanceof GeographicCRS degrees) {
      return ReferenceSystem.inDegrees(degrees)
          ? Optional.of(IdentityTransform.create(2))
          : Optional.empty();
    }
    return system instanceof ProjectedCRS plane && ReferenceSystem.inDegrees(plane.getBaseCRS())
        ? Optional.of(plane.getConversionFromBase().getMathTransform().inverse())
        : Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  /** What an old datum is left with, to be told. */
  public Optional<String> parameters() {
    return parameters;
  }

  /**
   * @return a copy in degrees, longitude first
   * @throws TransformException for places outside a projection's range
   */
  public Geometry apply(Geometry delivered) throws TransformException {
    Geometry degrees = JTS.transform(delivered, toDegrees);
    if (kind != Kind.NONE) {
      degrees.apply((CoordinateFilter) shift::accept);
      degrees.geometryChanged();
    }
    return degrees;
  }
}

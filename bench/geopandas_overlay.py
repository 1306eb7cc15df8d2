#!/usr/bin/env python3
"""The overlay of the bench with GeoPandas: subdivided zones, spatial indexes, two processes.

    bench/geopandas_overlay.py DATA RESULT

DATA is a folder of shapefiles as `planpulse bench spatial` writes them; RESULT becomes a CSV of
layer, zone, unit, class and m2. Exit code 3 says that GeoPandas is not installed.
"""
import collections
import csv
import glob
import multiprocessing
import sys

try:
    import geopandas
    from shapely.geometry import Polygon
    from shapely.ops import clip_by_rect
    from shapely.prepared import prep
except ImportError:
    print("GeoPandas is not installed: apt install python3-geopandas python3-rtree", file=sys.stderr)
    sys.exit(3)

ZONE_LAYERS = ["red_line", "farmland", "growth_boundary", "grassland", "planning_zone"]
EQUAL_AREA = "+proj=laea +lat_0=43.5 +lon_0=112 +ellps=GRS80"
MOST_POINTS = 256


def points(shape):
    polygons = getattr(shape, "geoms", [shape])
    return sum(len(p.exterior.coords) for p in polygons if isinstance(p, Polygon))


def cut(shape):
    """The shape in parts of at most MOST_POINTS points."""
    if shape.is_empty or shape.area == 0:
        return []
    if points(shape) <= MOST_POINTS:
        return [shape]
    west, south, east, north = shape.bounds
    if east - west > north - south:
        middle = (west + east) / 2
        boxes = [(west, south, middle, north), (middle, south, east, north)]
    else:
        middle = (south + north) / 2
        boxes = [(west, south, east, middle), (west, middle, east, north)]
    return [part for box in boxes for part in cut(clip_by_rect(shape, *box))]


class Layer:
    """The parts of all zones of a layer, with an index; each part is prepared once."""

    def __init__(self, name, data):
        zones = geopandas.read_file(f"{data}/{name}.shp")
        self.name = name
        self.ids, parts = [], []
        for zone, outline in zip(zones["ID"], zones.geometry):
            for part in cut(outline):
                self.ids.append(zone)
                parts.append(part)
        self.parts = parts
        self.prepared = [prep(part) for part in parts]
        self.index = geopandas.GeoSeries(parts).sindex

    def pieces(self, shape):
        """Zone, and what of the shape lies inside."""
        for i in self.index.intersection(shape.bounds):
            part = self.prepared[i]
            if part.covers(shape):
                yield self.ids[i], shape
            elif part.intersects(shape):
                piece = self.parts[i].intersection(shape)
                if piece.area > 0:
                    yield self.ids[i], piece


def overlay(arguments):
    files, data = arguments
    units = Layer("unit", data)
    layers = [Layer(name, data) for name in ZONE_LAYERS]
    sums = collections.Counter()
    for file in files:
        parcels = geopandas.read_file(file)
        areas = parcels.to_crs(EQUAL_AREA).area
        for shape, dlbm, area in zip(parcels.geometry, parcels["DLBM"], areas):
            sums["*", "", "", ""] += area
            whole = shape.area
            for unit, piece in units.pieces(shape):
                sums["", "", unit, dlbm] += area * piece.area / whole
                for layer in layers:
                    for zone, inside in layer.pieces(piece):
                        sums[layer.name, zone, unit, dlbm] += area * inside.area / whole
    return sums


def main(data, result):
    files = sorted(glob.glob(f"{data}/parcel_[0-9]*.shp"))
    with multiprocessing.Pool(2) as pool:
        halves = pool.map(overlay, [(files[0::2], data), (files[1::2], data)])
    total = halves[0] + halves[1]
    with open(result, "w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerows([*key, repr(area)] for key, area in sorted(total.items()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

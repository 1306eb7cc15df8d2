package org.planpulse.jobs.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Damaged and hostile files made from the good ones, the same at every run. */
final class DamagedCorpus {

  private final GoodFiles good;
  private final List<GoodFile> all;

  DamagedCorpus(GoodFiles good) throws IOException {
    this.good = good;
    this.all = good.all();
  }

  List<GoodFile> good() {
    return all;
  }

  /** Cases by kind of damage. */
  Map<String, List<DamagedCase>> cases() throws IOException {
    AnyFileDamage any = new AnyFileDamage(good);
    TextDamage texts = new TextDamage(good);
    WorkbookDamage workbooks = new WorkbookDamage(good);
    LayerDamage layers = new LayerDamage(good);
    ContainerDamage containers = new ContainerDamage(good);
    Map<String, List<DamagedCase>> cases = new LinkedHashMap<>();
    cases.put("cut short", any.cut());
    cases.put("bits flipped", any.flipped());
    cases.put("zeros to the end", any.zeroed());
    cases.put("named as another format", any.named());
    cases.put("nothing in it", any.empty());
    cases.put("charsets", texts.charsets());
    cases.put("columns", texts.columns());
    cases.put("wide and merged sheets", workbooks.sheets());
    cases.put("formulas, links and entities in workbooks", workbooks.workbooks());
    cases.put("coordinates in GeoJSON", layers.coordinatesInJson());
    cases.put("coordinates in KML and points", layers.coordinatesInText());
    cases.put("coordinates and lengths in shapefiles", layers.shapes());
    cases.put("counts in DBF", layers.dbf());
    cases.put("tags of GeoTIFF", containers.tiff());
    cases.put("nesting and entities", containers.nesting());
    cases.put("archives", containers.archives());
    return cases;
  }
}

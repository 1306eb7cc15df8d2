package org.planpulse.jobs.ingest.vector;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.ingest.dbf.DbfCharset;
import org.planpulse.jobs.ingest.dbf.DbfFile;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LostText;

/**
 * Goes once through a shapefile, copies what can be loaded into a {@link ShapefileStage}, and
 * quarantines the rest. Memory does not grow with the number of features loaded.
 */
final class ShapefileCleaner {

  private static final byte DELETED = '*';

  /** A feature that is not loaded; its texts can be decoded when the charset is known. */
  private record Rejected(int feature, byte[] attributes, String code) {}

  private final Delivery delivery;
  private final Findings findings;
  private final List<Rejected> rejected = new ArrayList<>();

  ShapefileCleaner(Delivery delivery, Findings findings) {
    this.delivery = delivery;
    this.findings = findings;
  }

  /**
   * @param layer name for places in issues
   * @throws FileFault when the .dbf is missing or a member is damaged
   */
  StagedShapefile clean(String layer, Path folder) throws IOException, FileFault {
    for (String member : List.of("shx", "prj")) {
      if (delivery.member(member).isEmpty()) {
        findings.add("SHAPEFILE_INCOMPLETE", layer + "." + member, Map.of("member", member));
      }
    }
    Path dbfPath =
        delivery
            .member("dbf")
            .orElseThrow(() -> new FileFault("SHAPEFILE_NO_ATTRIBUTES", Map.of()));
    DbfFile dbf = DbfFile.open(dbfPath);
    DbfCharset charset = new DbfCharset(codePage(), dbf.language());
    try (ShapeRecords shapes = new ShapeRecords(delivery.path(), delivery.member("shx"))) {
      ShapefileStage stage = new ShapefileStage(folder, dbf, shapes.header());
      long rows;
      try (stage) {
        rows = copy(dbf, shapes, charset, stage);
      }
      reportCharset(layer, charset);
      List<String> names = names(dbf, charset.found());
      if (charset.damaged()) {
        reportLost(layer, dbf, names);
      }
      for (Rejected feature : rejected) {
        quarantine(layer, feature, dbf, names, charset.found());
      }
      return new StagedShapefile(folder, names, charset.found(), shapes.extent(), rows);
    }
  }

  private long copy(DbfFile dbf, ShapeRecords shapes, DbfCharset charset, ShapefileStage stage)
      throws IOException, FileFault {
    int feature = 0;
    try (DataInputStream records = dbf.openRecords()) {
      while (true) {
        byte[] shape = shapes.next();
        boolean described = feature < dbf.records();
        if (shape == null && !described) {
          return feature;
        }
        feature++;
        byte[] attributes = new byte[dbf.recordLength()];
        if (described) {
          records.readFully(attributes);
          test(dbf, attributes, charset);
        }
        Optional<String> fault = fault(shape, described ? attributes : null);
        if (fault.isPresent()) {
          rejected.add(new Rejected(feature, attributes, fault.get()));
        } else {
          stage.write(feature, shape, attributes);
        }
      }
    }
  }

  private static Optional<String> fault(byte[] shape, byte[] attributes) {
    if (attributes == null) {
      return Optional.of("FEATURE_WITHOUT_ATTRIBUTES");
    }
    if (attributes[0] == DELETED) {
      return Optional.of("FEATURE_DELETED");
    }
    if (shape == null) {
      return Optional.of("ATTRIBUTES_WITHOUT_FEATURE");
    }
    return ShapeRecords.hasGeometry(shape)
        ? Optional.empty()
        : Optional.of("FEATURE_WITHOUT_GEOMETRY");
  }

  private static void test(DbfFile dbf, byte[] attributes, DbfCharset charset) {
    for (DbfFile.Field field : dbf.fields()) {
      charset.test(attributes, field.offset(), field.length());
    }
  }

  private String codePage() throws IOException {
    Optional<Path> cpg = delivery.member("cpg");
    return cpg.isEmpty() ? "" : Files.readString(cpg.get(), StandardCharsets.ISO_8859_1);
  }

  private void reportCharset(String layer, DbfCharset charset) {
    charset
        .declared()
        .filter(declared -> !declared.equals(charset.found()))
        .ifPresent(
            declared ->
                findings.add(
                    "CHARSET_NOT_AS_DECLARED",
                    layer,
                    Map.of("declared", declared.name(), "charset", charset.found().name())));
  }

  private void reportLost(String layer, DbfFile dbf, List<String> names) throws IOException {
    LostText lost = new LostText();
    byte[] record = new byte[dbf.recordLength()];
    try (DataInputStream records = dbf.openRecords()) {
      for (int feature = 1; feature <= dbf.records(); feature++) {
        records.readFully(record);
        for (int i = 0; i < names.size(); i++) {
          DbfFile.Field field = dbf.fields().get(i);
          if (!DbfCharset.decodes(DbfCharset.GB18030, record, field.offset(), field.length())) {
            lost.note(names.get(i), feature);
          }
        }
      }
    }
    lost.report(layer, findings);
  }

  /** Names cut inside a character lose it; equal names are told apart by their position. */
  private static List<String> names(DbfFile dbf, Charset charset) {
    List<String> names = new ArrayList<>();
    for (DbfFile.Field field : dbf.fields()) {
      byte[] bytes = field.name();
      Charset fitting =
          DbfCharset.decodes(charset, bytes, 0, bytes.length) ? charset : DbfCharset.GB18030;
      String name =
          new String(bytes, fitting).replaceFirst(LostText.REPLACEMENT + "+$", "").strip();
      names.add(names.contains(name) ? name + " [" + (names.size() + 1) + "]" : name);
    }
    return names;
  }

  private void quarantine(
      String layer, Rejected feature, DbfFile dbf, List<String> names, Charset charset) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      DbfFile.Field field = dbf.fields().get(i);
      fields.put(
          names.get(i),
          new String(feature.attributes(), field.offset(), field.length(), charset)
              .replace("\u0000", "")
              .strip());
    }
    fields.values().removeIf(String::isEmpty);
    findings.quarantine(
        layer,
        String.valueOf(feature.feature()),
        Json.write(fields),
        feature.code(),
        Map.of("feature", String.valueOf(feature.feature())));
  }
}

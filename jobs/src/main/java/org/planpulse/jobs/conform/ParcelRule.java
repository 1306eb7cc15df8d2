package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parcel's year, unit, deducted area and content. */
record ParcelRule(KnownRegions regions) implements FeatureRule {

  private static final int HASH_BYTES = 8;

  @Override
  public void complete(SilverRow row, SourceFile file) {
    if (file.dataYear() != null) {
      row.set("year", file.dataYear());
    }
    if (row.get("region_code") != null) {
      row.set("region_code", RegionCode.withoutSurveyDigits(row.text("region_code")));
    }
    regions.require(row);
    if (row.get("deducted_share") == null) {
      row.set("deducted_share", 0.0);
    }
    if (row.get("area_m2") != null) {
      deduct(row);
      row.set("content_hash", contentHash(row));
    }
  }

  /** Deducted area is rounded to 0.01 m², the net area is what remains (TD/T 1057-2020). */
  static BigDecimal deducted(BigDecimal areaM2, double share) {
    return areaM2.multiply(BigDecimal.valueOf(share)).setScale(2, RoundingMode.HALF_UP);
  }

  private static void deduct(SilverRow row) {
    BigDecimal area = row.decimal("area_m2");
    BigDecimal deducted = deducted(area, (Double) row.get("deducted_share"));
    row.set("deducted_m2", deducted);
    row.set("net_area_m2", area.subtract(deducted));
  }

  private static String contentHash(SilverRow row) {
    String content =
        Stream.of(
                "geometry_hash", "dlbm", "czcsxm", "deducted_dlbm", "deducted_share", "region_code")
            .map(column -> Objects.toString(row.get(column), ""))
            .collect(Collectors.joining("|"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

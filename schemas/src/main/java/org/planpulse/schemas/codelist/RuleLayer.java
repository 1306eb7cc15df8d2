package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.planpulse.schemas.MayBeAbsent;

/**
 * What a line rule looks at: one of the first four, narrowed by the others. Empty lists let all
 * pass.
 *
 * @param zone layer of {@code silver.control_zone}
 * @param theme dataset of {@code silver.theme_feature}
 * @param register dataset of {@code silver.register_entry}, whose entries stand at points
 * @param land group of {@code codelists/land_groups.yaml}: parcels of the year
 * @param classes types of zones, codes or names of features, categories of entries
 * @param grades of features
 * @param notStatus statuses of features and entries that do not count
 */
public record RuleLayer(
    @MayBeAbsent String zone,
    @MayBeAbsent String theme,
    @MayBeAbsent String register,
    @MayBeAbsent String land,
    @MayBeAbsent List<String> classes,
    @MayBeAbsent List<String> grades,
    @JsonProperty("not_status") @MayBeAbsent List<String> notStatus) {

  public RuleLayer {
    classes = classes == null ? List.of() : List.copyOf(classes);
    grades = grades == null ? List.of() : List.copyOf(grades);
    notStatus = notStatus == null ? List.of() : List.copyOf(notStatus);
  }

  /** Where a layer comes from. */
  public enum Source {
    ZONE,
    THEME,
    REGISTER,
    LAND
  }

  /** All zones of a layer. */
  public static RuleLayer ofZone(String layer) {
    return new RuleLayer(layer, null, null, null, null, null, null);
  }

  /** The first that is named. */
  public Source source() {
    return zone != null
        ? Source.ZONE
        : theme != null ? Source.THEME : register != null ? Source.REGISTER : Source.LAND;
  }

  /** Zone layer, dataset or land group. */
  public String id() {
    return names().findFirst().orElseThrow();
  }

  /** What it names of the four sources: exactly one. */
  public Stream<String> names() {
    return Stream.of(zone, theme, register, land).filter(Objects::nonNull);
  }
}

package org.planpulse.schemas.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a department hands over: an Open Data Contract Standard (v3.1) document read into the part
 * PlanPulse acts on.
 *
 * @param id item number in the plan's data list, e.g. {@code D10-01}; additions are {@code A-nn}
 * @param version version of the contract
 * @param name Chinese name of the dataset
 * @param nameEn English name
 * @param department key in {@code codelists/departments.yaml}
 * @param form how it is handed over
 * @param period {@code year}, {@code plan} (valid for the plan term) or {@code once}
 * @param dueMonths months after the end of a year until its data are due; the rule for all where
 *     empty
 * @param files regular expressions on the path below {@code landing/} (with {@code /}); the group
 *     {@code year}, if there is one, is the data year
 * @param layer layer inside a container (GeoPackage) or sheet name, as a regular expression
 * @param crs declared CRS, {@code EPSG:n}, {@code GCJ-02} or {@code BD-09}; used when the file
 *     carries none, and checked otherwise
 * @param extent where the features of a layer must lie; China and its seas when empty
 * @param target silver table the rows end in
 * @param constants silver columns with a fixed value for this dataset, e.g. the zone layer; {@value
 *     #FEATURE} in it stands for the number of the feature, for layers without identifiers
 * @param columns the properties; none for a document
 * @param rules what must hold between the columns of a delivery
 * @param neededBy studies ({@code study-9}) and indicators that cannot do without it
 */
public record Contract(
    String id,
    String version,
    String name,
    String nameEn,
    String department,
    Form form,
    String period,
    Optional<Integer> dueMonths,
    List<Pattern> files,
    Optional<Pattern> layer,
    Optional<String> crs,
    Optional<Extent> extent,
    String target,
    Map<String, String> constants,
    List<Column> columns,
    List<QualityRule> rules,
    List<String> neededBy) {

  public static final String FEATURE = "{feature}";

  /** Where documents are listed. */
  public static final String DOCUMENTS = "silver.document";

  /** Degrees of longitude and latitude, inclusive. */
  public record Extent(double west, double south, double east, double north) {}

  /** Whether the path below {@code landing/} belongs to this dataset. */
  public boolean matches(String path) {
    return files.stream().anyMatch(file -> file.matcher(path).matches());
  }

  /** The data year in the file name, where the contract's pattern has a {@code year} group. */
  public Optional<Integer> yearOf(String path) {
    for (Pattern file : files) {
      Matcher matcher = file.matcher(path);
      if (matcher.matches() && file.pattern().contains("(?<year>")) {
        return Optional.ofNullable(matcher.group("year")).map(Integer::valueOf);
      }
    }
    return Optional.empty();
  }

  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }
}

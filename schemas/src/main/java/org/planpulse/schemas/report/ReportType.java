package org.planpulse.schemas.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * A kind of report as a planner declares it: which chapters, of which parts, with which indicators
 * and maps. In titles {@code {city}}, {@code {year}}, {@code {from}} and, where there is one,
 * {@code {dimension}}, {@code {object}}, {@code {unit}} and {@code {department}} are filled in.
 *
 * @param id also the beginning of the file's name, e.g. {@code annual-2025.pdf}
 * @param name what kind of report it is, for the cover and for lists
 * @param title in full, for the running head and the properties of the file
 * @param about what one file is about
 * @param years how many years it looks back upon, the year of the report being the last
 */
public record ReportType(
    String id,
    LocalText name,
    LocalText title,
    Form form,
    About about,
    int years,
    List<Chapter> chapters) {

  /** How it is bound. */
  public enum Form {
    /** Cover, contents, chapters each on a new page. */
    @JsonProperty("book")
    BOOK,
    /** A few pages, without cover and contents. */
    @JsonProperty("leaflet")
    LEAFLET,
    /** One page, whatever it says. */
    @JsonProperty("page")
    PAGE
  }

  /** What one file is about; of several there is a file each. */
  public enum About {
    @JsonProperty("city")
    CITY,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("department")
    DEPARTMENT
  }

  /**
   * @param lead name of the paragraph it begins with; none when absent
   * @param each {@code dimension} for a chapter a dimension; one chapter when absent
   */
  public record Chapter(
      LocalText title, @MayBeAbsent String lead, @MayBeAbsent String each, List<Part> parts) {

    public Chapter {
      lead = lead == null ? "" : lead;
      each = each == null ? "" : each;
    }
  }

  /**
   * A table, a list or figures.
   *
   * @param part name of the part
   * @param heading instead of the part's own caption; empty for that one
   * @param indicators codes of the indicators it is about; all when absent
   * @param maps keys of the maps it shows
   * @param groups ids of the land groups it has columns for
   */
  public record Part(
      String part,
      @MayBeAbsent LocalText heading,
      @MayBeAbsent List<String> indicators,
      @MayBeAbsent List<String> maps,
      @MayBeAbsent List<String> groups) {

    public Part {
      indicators = indicators == null ? List.of() : indicators;
      maps = maps == null ? List.of() : maps;
      groups = groups == null ? List.of() : groups;
    }
  }
}

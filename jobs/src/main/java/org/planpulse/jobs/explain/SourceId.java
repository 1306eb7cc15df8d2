package org.planpulse.jobs.explain;

import java.util.List;

/**
 * A place in a file as tables name it: {@code key!sheet!cell}, {@code key!layer}, {@code
 * key!layer!feature}, {@code key!sheet} of a list, or {@code key} for the whole file.
 *
 * @param text as it stands in the tables
 */
public record SourceId(String text) {

  /** Key of the file in {@code bronze.source_file}. */
  public String key() {
    return parts().get(0);
  }

  /** What follows the key, from the sheet or layer to the cell or feature. */
  public List<String> place() {
    List<String> parts = parts();
    return parts.subList(1, parts.size());
  }

  private List<String> parts() {
    return List.of(text.split("!"));
  }
}

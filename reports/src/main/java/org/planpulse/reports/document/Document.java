package org.planpulse.reports.document;

import java.util.List;
import java.util.Optional;

/**
 * A report before it takes a format.
 *
 * @param cover of a book, which also has contents; none for a document of one page
 */
public record Document(Identity identity, Optional<Cover> cover, List<Chapter> chapters) {

  public boolean isBook() {
    return cover.isPresent();
  }
}

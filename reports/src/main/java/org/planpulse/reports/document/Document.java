package org.planpulse.reports.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report before it takes a format.
 *
 * @param cover of a book, which also has contents; none for a document of one page
 */
public record Document(Identity identity, Optional<Cover> cover, List<Chapter> chapters) {

  /** Codes that one of its tables accounts for. */
  public Set<String> accountedFor() {
    return chapters.stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .flatMap(block -> ((Table) block).rows().stream())
        .map(Row::accountOf)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }

  public boolean isBook() {
    return cover.isPresent();
  }
}

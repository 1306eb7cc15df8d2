package org.planpulse.jobs.draft;

import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.Unit;

/**
 * A property of a drafted contract.
 *
 * @param label as the file prints it
 * @param type ODCS logical type
 * @param hint what the analyst should look at, and a value
 */
record DraftColumn(
    String name,
    String label,
    String type,
    boolean required,
    boolean unique,
    boolean item,
    Optional<Unit> unit,
    Optional<String> codelist,
    LocalText hint) {

  boolean hasTerms() {
    return Stream.of(item, unit.isPresent(), codelist.isPresent()).anyMatch(term -> term);
  }
}

package org.planpulse.jobs.conform;

import java.time.LocalDate;

/**
 * What a place in a delivered file says, from one day to another: as delivered, and as corrected.
 *
 * @param receivedOn day the file was received
 * @param from first day on which it is read so
 * @param to first day on which it is no more; null while it is
 */
record Reading<T>(T value, LocalDate receivedOn, LocalDate from, LocalDate to) {

  boolean holdsOn(LocalDate day) {
    return !from.isAfter(day) && (to == null || to.isAfter(day));
  }

  boolean isPresent() {
    return to == null;
  }

  <R> Reading<R> of(R other) {
    return new Reading<>(other, receivedOn, from, to);
  }
}

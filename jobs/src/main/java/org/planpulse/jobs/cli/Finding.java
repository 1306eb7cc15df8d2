package org.planpulse.jobs.cli;

import org.planpulse.schemas.LocalText;

/** One thing {@code planpulse doctor} looked at. */
record Finding(State state, LocalText subject, LocalText text) {

  enum State {
    FINE,
    DOUBTFUL,
    FAULT
  }

  /** A finding, doubtful unless {@code fine}. */
  static Finding of(boolean fine, LocalText subject, LocalText text) {
    return new Finding(fine ? State.FINE : State.DOUBTFUL, subject, text);
  }
}

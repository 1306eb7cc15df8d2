package org.planpulse.jobs.ingest;

import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.schemas.contract.Contract;

/** One delivery to be read for one contract; a container of several layers has one for each. */
record Assignment(Delivery delivery, Contract contract) {

  /** Rows of this source in a bronze table, as SQL condition. */
  String condition() {
    return "(dataset = '" + contract.id() + "' AND source_key = '" + delivery.sourceKey() + "')";
  }
}

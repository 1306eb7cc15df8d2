package org.planpulse.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.schemas.contract.Contract;

/**
 * What is to be done about the deliveries of a landing folder.
 *
 * @param fresh not read yet, or read under another version of the contract
 * @param done read before
 * @param unknown no contract knows them
 * @param copies deliveries with the content of another, and that one's file
 */
record Worklist(
    List<Assignment> fresh,
    List<Assignment> done,
    List<Delivery> unknown,
    Map<Assignment, String> copies) {

  /**
   * One source as read before; {@code dataset} and {@code version} are null for an unknown file.
   */
  record Known(String sourceKey, String dataset, String version) {}

  static Worklist of(List<Delivery> deliveries, List<Contract> contracts, Set<Known> known) {
    Worklist list =
        new Worklist(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    Map<Known, String> seen = new HashMap<>();
    for (Delivery delivery : deliveries) {
      List<Contract> matching =
          contracts.stream()
              .filter(contract -> delivery.names().stream().anyMatch(contract::matches))
              .toList();
      if (matching.isEmpty()) {
        list.unknown.add(delivery);
      }
      for (Contract contract : matching) {
        Known key = new Known(delivery.sourceKey(), contract.id(), contract.version());
        Assignment assignment = new Assignment(delivery, contract);
        String first = seen.putIfAbsent(key, delivery.file());
        if (first != null) {
          list.copies.put(assignment, first);
        } else if (known.contains(key)) {
          list.done.add(assignment);
        } else {
          list.fresh.add(assignment);
        }
      }
    }
    return list;
  }
}

package org.planpulse.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.planpulse.schemas.contract.Contract;

/**
 * A small sound delivery.
 *
 * @param main the member that names the delivery
 * @param rows rows, cells, features or tiles in it
 * @param members content by file name
 */
record GoodFile(String main, Contract contract, long rows, Map<String, byte[]> members) {

  static GoodFile of(String name, Contract contract, long rows, byte[] content) {
    return new GoodFile(name, contract, rows, Map.of(name, content));
  }

  byte[] content() {
    return members.get(main);
  }

  String gbk() {
    return new String(content(), GoodFiles.GBK);
  }

  String utf8() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  /** The members with one in another state. */
  Map<String, byte[]> with(String member, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(members);
    changed.put(member, content);
    return changed;
  }

  Map<String, byte[]> with(byte[] content) {
    return with(main, content);
  }

  /** The same content under another extension. */
  Map<String, byte[]> named(String extension) {
    return Map.of(main.replaceFirst("[^.]*$", extension), content());
  }
}

package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Damage that any file may have. */
final class AnyFileDamage {

  private final GoodFiles good;
  private final List<GoodFile> all;

  AnyFileDamage(GoodFiles good) throws IOException {
    this.good = good;
    this.all = good.all();
  }

  List<DamagedCase> cut() {
    return each((member, content) -> Damage.cut(content, member.hashCode()));
  }

  List<DamagedCase> flipped() {
    return each((member, content) -> Damage.flipped(content, member.hashCode()));
  }

  /**
   * @param damages of a member's name and content, by what was done
   */
  private List<DamagedCase> each(BiFunction<String, byte[], Map<String, byte[]>> damages) {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile file : all) {
      file.members()
          .forEach(
              (member, content) ->
                  damages
                      .apply(member, content)
                      .forEach(
                          (damage, bytes) ->
                              cases.add(
                                  DamagedCase.of(
                                      member + " " + damage, file, file.with(member, bytes)))));
    }
    return cases;
  }

  List<DamagedCase> zeroed() {
    return all.stream()
        .map(
            file ->
                DamagedCase.of(
                    file.main() + " from its middle", file, Damage.zeroed(file.content(), 0.5)))
        .toList();
  }

  /** The extension of the next one in the list. */
  List<DamagedCase> named() {
    List<DamagedCase> cases = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      GoodFile file = all.get(i);
      String other = all.get((i + 3) % all.size()).main().replaceFirst(".*\\.", "");
      if (file.members().size() == 1 && !file.main().endsWith("." + other)) {
        cases.add(
            DamagedCase.of(file.main() + " as ." + other, file, file.named(other)).readWhole());
      }
    }
    return cases;
  }

  List<DamagedCase> empty() {
    List<DamagedCase> cases = new ArrayList<>();
    for (GoodFile file : List.of(all.get(0), all.get(5), all.get(10), all.get(15))) {
      String name = file.main();
      cases.add(DamagedCase.of(name + " of no bytes", file, new byte[0]).told("FILE_EMPTY"));
      cases.add(DamagedCase.of(name + " of NUL bytes", file, new byte[5000]));
      cases.add(DamagedCase.of(name + " of blank lines", file, "\r\n".repeat(500).getBytes(GBK)));
      cases.add(
          DamagedCase.of(name + " of one line", file, "9,".repeat(Damage.DEEP).getBytes(GBK)));
    }
    GoodFile csv = good.csvGbk();
    cases.add(
        DamagedCase.of(
            "CSV with a field of 4 MB",
            csv,
            csv.gbk().replace("第3号", "长".repeat(2 << 20)).getBytes(GBK)));
    cases.add(
        DamagedCase.of("CSV with NUL in texts", csv, csv.gbk().replace("号地", "\0").getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "CSV with a quote left open", csv, csv.gbk().replace("第3号", "\"第3号").getBytes(GBK)));
    return cases;
  }
}

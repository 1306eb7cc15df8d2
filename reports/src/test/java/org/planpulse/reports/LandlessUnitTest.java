package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.Unit;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

class LandlessUnitTest {

  @Test
  void aUnitWithoutParcelsHasALeafletWithoutTheTableOfLand() {
    Unit unit = UnitFixture.of(Language.EN);

    assertThat(tables(unit)).hasSize(2);
    assertThat(tables(landless(unit))).hasSize(1).first().isEqualTo(tables(unit).get(0));
  }

  private static Unit landless(Unit unit) {
    return new Unit(
        unit.code(),
        unit.name(),
        unit.summary(),
        unit.dimensions(),
        new LandStock(List.of(), List.of()),
        unit.missing(),
        unit.cityOnly());
  }

  /** Their headings. */
  private static List<String> tables(Unit unit) {
    List<Block> blocks =
        Types.writer()
            .compose(
                Types.get("unit"),
                Subject.unit(CheckupFixture.of(Language.EN), unit),
                Wording.of(Language.EN))
            .chapters()
            .get(0)
            .blocks();
    return blocks.stream()
        .filter(Table.class::isInstance)
        .map(block -> ((Table) block).caption().line())
        .toList();
  }
}

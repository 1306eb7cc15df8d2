package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.model.Trace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;

class TraceAnnexTest {

  @TempDir Path folder;

  /** Until the indicators are computed again, the tables still hold its figures. */
  @Test
  void anIndicatorThatIsNotInTheCatalogueAnyMoreIsLeftOut() {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "gold.indicator_value",
        """
        SELECT code AS indicator_code, 'LOCAL' AS standard_id, '152501' AS region_code,
               2025 AS year, 1D AS value, '%' AS unit, 'OK' AS value_status, 'info' AS level,
               'r' AS run_id, DATE'2026-01-01' AS known_from
        FROM VALUES ('EL-04'), ('EL-99') AS v(code)
        """);
    city.replace(
        "gold.indicator_input",
        """
        SELECT code AS indicator_code, '152501' AS region_code, 2025 AS year, 'x' AS input,
               1D AS si_value, 'm2' AS si_unit, 'OK' AS value_status,
               'gold.land_area' AS source_table, CAST(array() AS ARRAY<STRING>) AS source_ids,
               DATE'2026-01-01' AS known_from
        FROM VALUES ('EL-99') AS v(code)
        """);
    Schemas schemas = city.context().schemas();
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(folder.resolve("warehouse")))) {
      assertThat(
              new TraceAnnex(schemas, city.context().plan(), session)
                  .compose(2025, new Sentences(schemas.sentences(), Language.EN)))
          .extracting(Trace::figure)
          .singleElement()
          .asString()
          .startsWith("EL-04 ");
    }
  }
}

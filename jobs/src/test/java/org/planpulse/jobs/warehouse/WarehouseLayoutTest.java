package org.planpulse.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseLayoutTest {

  @TempDir Path root;

  @Test
  void theVersionIsThatOfTheLastCommitOrCheckpoint() throws IOException {
    Path log = Files.createDirectories(root.resolve("gold.db/land_area/_delta_log"));
    WarehouseLayout layout = new WarehouseLayout(root);
    assertThat(layout.version("gold.land_area")).isEmpty();

    Files.createFile(log.resolve("00000000000000000010.checkpoint.parquet"));
    Files.createFile(log.resolve("_last_checkpoint"));
    assertThat(layout.version("gold.land_area")).hasValue(10);

    Files.createFile(log.resolve("00000000000000000011.json"));
    Files.createFile(log.resolve("00000000000000000012.json.tmp"));
    Files.createFile(log.resolve(".00000000000000000013.json.crc"));
    assertThat(layout.version("gold.land_area")).hasValue(11);
    assertThat(layout.versions()).containsOnlyKeys("gold.land_area");
  }

  @Test
  void aNameIsSchemaAndTable() {
    WarehouseLayout layout = new WarehouseLayout(root);
    assertThat(layout.folder("gold.land_area")).isEqualTo(root.resolve("gold.db/land_area"));
    for (String wrong : new String[] {"land_area", ".x", "x.", "a.b.c"}) {
      assertThatThrownBy(() -> layout.folder(wrong)).hasMessageContaining("schema.table");
    }
  }
}

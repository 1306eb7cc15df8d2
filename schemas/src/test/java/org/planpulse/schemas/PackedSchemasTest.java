package org.planpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the build makes of the schema files says what they say. */
class PackedSchemasTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyFileIsPackedAndSaysTheSame() throws IOException {
    SchemaFiles files = SchemaFiles.packaged();
    PackedSchemas packed = PackedSchemas.of(json.readTree(SchemaPacker.packed(files)));

    assertThat(packed.texts()).isEqualTo(files.contents());
    int yaml = 0;
    for (Map.Entry<String, String> file : files.contents().entrySet()) {
      if (file.getKey().endsWith(".yaml")) {
        yaml++;
        JsonNode said = SchemaYaml.tree(file.getKey(), file.getValue());
        assertThat(json.readTree(packed.jsonOf(file.getValue()).orElseThrow()))
            .as(file.getKey())
            .isEqualTo(said);
      }
    }
    assertThat(yaml).isGreaterThan(400);
  }

  @Test
  void digitsStayAsTheyWereWritten() throws IOException {
    String packed = packed("[1.10, 30, -0.05, \"0101\", 2025年, ~, true]");

    assertThat(packed).isEqualTo("[1.10,30,-0.05,\"0101\",\"2025年\",null,true]");
    assertThat(json.readValue(packed, new TypeReference<List<String>>() {}))
        .containsExactly("1.10", "30", "-0.05", "0101", "2025年", null, "true");
  }

  @Test
  void aCodeWithoutQuotesIsRefusedBeforeItLosesItsZero() {
    assertThatThrownBy(() -> packed("- 1\n- 0101\n"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("a.yaml, line 2: write 0101 as a plain decimal; quote a code");
  }

  private String packed(String yaml) throws IOException {
    SchemaFiles files = new SchemaFiles(new TreeMap<>(Map.of("a.yaml", yaml)));
    return PackedSchemas.of(json.readTree(SchemaPacker.packed(files))).jsonOf(yaml).orElseThrow();
  }
}

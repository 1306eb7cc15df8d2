package org.planpulse.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.SchemaYaml;

/**
 * Contracts against the JSON Schema that is published with the standard. It is not kept here: the
 * test is skipped unless {@code -Dplanpulse.odcs.schema} names the file.
 */
class OdcsConformanceTest {

  private static JsonSchema published;

  @BeforeAll
  static void readSchema() throws IOException {
    String file = System.getProperty("planpulse.odcs.schema");
    Assumptions.assumeTrue(
        file != null, "the published schema is not here; set -Dplanpulse.odcs.schema");
    published =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
            .getSchema(Files.readString(Path.of(file)));
  }

  @Test
  void everyContractConforms() {
    SortedMap<String, String> contracts = SchemaFiles.packaged().in("contracts");

    assertThat(contracts).isNotEmpty();
    assertThat(contracts)
        .allSatisfy((path, text) -> assertThat(faults(SchemaYaml.tree(path, text))).isEmpty());
  }

  @Test
  void aPropertyTheStandardDoesNotKnowIsFound() {
    String path = SchemaFiles.packaged().in("contracts").firstKey();
    JsonNode contract = SchemaYaml.tree(path, SchemaFiles.packaged().text(path));
    ((ObjectNode) contract.at("/schema/0/properties/0")).put("unit", "m2");

    assertThat(faults(contract)).extracting(ValidationMessage::getMessage).isNotEmpty();
  }

  private static Set<ValidationMessage> faults(JsonNode contract) {
    return published.validate(contract);
  }
}

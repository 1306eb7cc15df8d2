package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;

/** Which city a plan is for stands in data files, and in no program but that of the samples. */
class CityIsDataTest {

  private static final Collection<Plan> PLANS =
      Schemas.load(SchemaFiles.packaged()).plans().values();

  @ParameterizedTest
  @ValueSource(strings = {"schemas", "reports", "jobs"})
  void noProgramNamesACityOrItsPlan(String module) throws IOException {
    Path sources = Path.of(System.getProperty("basedir", "."), "..", module, "src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> programs = files.filter(Files::isRegularFile).toList();

      assertThat(programs).isNotEmpty();
      assertThat(programs.stream().filter(CityIsDataTest::names)).isEmpty();
    }
  }

  private static boolean names(Path program) {
    try {
      String text = Files.readString(program);
      return PLANS.stream()
          .anyMatch(plan -> text.contains(plan.id()) || text.contains(plan.city().code()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.planpulse.jobs.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.planpulse.jobs.ingest.crs.WktCrs;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Contracts, issue stores and deliveries for tests of the readers. */
public final class TestSources {

  private TestSources() {}

  /** The kinds this job may report, as packaged. */
  public static Map<String, IssueKind> issueKinds() {
    List<IssueKind> kinds = packaged("codelists/issues/ingest.yaml", new TypeReference<>() {});
    return kinds.stream().collect(Collectors.toMap(IssueKind::code, Function.identity()));
  }

  private static <T> T packaged(String file, TypeReference<T> type) {
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(SchemaFiles.packaged().text(file), type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads CRS texts with the names as packaged. */
  public static WktCrs crsTexts() {
    return new WktCrs(crsNames());
  }

  /** EPSG codes by the names that vendors write. */
  public static Map<String, Integer> crsNames() {
    return packaged("codelists/crs_names.yaml", new TypeReference<>() {});
  }

  public static IssueStore issues() {
    return new IssueStore(issueKinds());
  }

  public static List<String> codes(IssueStore issues) {
    return issues.issues().stream().map(issue -> issue.kind().code()).toList();
  }

  public static Issue only(IssueStore issues, String code) {
    List<Issue> found =
        issues.issues().stream().filter(issue -> issue.kind().code().equals(code)).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one " + code + " in " + codes(issues));
    }
    return found.get(0);
  }

  /**
   * @param headings one alias a column
   */
  public static Contract contract(
      String id, Form form, String file, String layer, String crs, String... headings) {
    return new Contract(
        id,
        "1.0.0",
        id,
        id,
        "D10",
        form,
        "year",
        Optional.empty(),
        List.of(Pattern.compile(file)),
        Optional.ofNullable(layer).map(Pattern::compile),
        Optional.ofNullable(crs),
        Optional.empty(),
        "silver.statistic",
        Map.of(),
        Arrays.stream(headings).map(TestSources::column).toList(),
        List.of(),
        List.of());
  }

  /** For tests that look at no file. */
  public static Delivery anyDelivery() {
    return new Delivery(
        "file",
        List.of("file"),
        Path.of("file"),
        List.of(),
        "0".repeat(64),
        0,
        Optional.empty(),
        LocalDate.of(2026, 10, 31));
  }

  /** The only delivery of a folder. */
  public static Delivery delivery(Path landing) {
    try {
      return LandingZone.scan(landing, Path.of("target", "unpacked"), LocalDate.of(2026, 10, 31))
          .deliveries()
          .get(0);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * A folder of real files kept outside the repository; the test is skipped where there is none.
   */
  public static Path realData(String folder) {
    String given = System.getProperty("planpulse.real-data");
    Path root = given == null ? null : Path.of(given);
    for (Path up = Path.of(System.getProperty("user.dir")); root == null && up != null; ) {
      Path candidate = up.resolve("shared").resolve("real-data");
      root = Files.isDirectory(candidate) ? candidate : null;
      up = up.getParent();
    }
    Assumptions.assumeTrue(
        root != null && Files.isDirectory(root.resolve(folder)),
        "real-data/" + folder + " is not on this machine; set -Dplanpulse.real-data");
    return root.resolve(folder);
  }

  private static Column column(String heading) {
    return new Column(
        heading,
        heading,
        "",
        List.of(heading),
        "string",
        false,
        false,
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}

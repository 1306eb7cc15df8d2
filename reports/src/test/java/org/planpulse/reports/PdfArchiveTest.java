package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.report.ReportType;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** By the reference validator of the PDF Association. */
class PdfArchiveTest {
  @TempDir Path folder;

  @BeforeAll
  static void useTheValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<String> types() {
    return Types.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aReportIsFitForTheArchive(String id) throws Exception {
    ReportType type = Types.get(id);
    Path file =
        Types.writer()
            .write(
                type,
                ReportFamilyTest.subject(type, Language.ZH),
                Format.PDF,
                folder.resolve(id + ".pdf"));
    try (InputStream in = Files.newInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> faults =
          result.getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
              .distinct()
              .toList();
      assertThat(faults).isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }
}

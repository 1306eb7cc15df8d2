package org.planpulse.jobs.issued;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportNameTest {

  @ParameterizedTest
  @CsvSource({
    "annual-2025.pdf,annual,2025,,,'',ZH,pdf",
    "annual-2025.en.pdf,annual,2025,,,'',EN,pdf",
    "warning-2025-T-01.en.docx,warning,2025,,,T-01,EN,docx",
    "warning-2025-as-of-2024-12-31-T-01.pdf,warning,2025,2024-12-31,,T-01,ZH,pdf",
    "annual-2025-since-2026-03-01.pdf,annual,2025,,2026-03-01,'',ZH,pdf",
    "annual-2025-as-of-2024-12-31-since-2024-03-01.en.pdf,annual,2025,2024-12-31,2024-03-01,'',EN,pdf",
  })
  void typeYearDaysObjectLanguageAndFormatAreRead(
      String file,
      String type,
      int year,
      LocalDate asOf,
      LocalDate since,
      String object,
      String language,
      String extension) {
    assertThat(ReportName.of(Path.of("reports", file)))
        .hasValueSatisfying(
            name -> {
              assertThat(name.type()).isEqualTo(type);
              assertThat(name.year()).isEqualTo(year);
              assertThat(name.asOf()).isEqualTo(Optional.ofNullable(asOf));
              assertThat(name.since()).isEqualTo(Optional.ofNullable(since));
              assertThat(name.object()).isEqualTo(object);
              assertThat(name.language()).hasToString(language);
              assertThat(name.extension()).isEqualTo(extension);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annual.pdf",
        "annual-25.pdf",
        "annual-2025",
        ".annual-2025.pdf.tmp",
        "annual-2025.bk.pdf",
        "annual-2025-as-of-2025-02-30.pdf",
        "annual-2025-since-2025-13-01.pdf",
      })
  void otherFilesAreNoReports(String file) {
    assertThat(ReportName.of(Path.of(file))).isEmpty();
  }
}

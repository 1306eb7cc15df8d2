package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsWrittenWithItsFolderAndMayBeReadByWhomTheMachineLets() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));

    Path file = WholeFile.write(folder.resolve("new/报告.pdf"), text("content"));

    assertThat(file).hasContent("content");
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
    }
  }

  @Test
  void aWriterThatFailsLeavesTheFileAsItWasAndNoDraft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "before");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    draft -> {
                      Files.writeString(draft, "half");
                      throw new IOException("broken");
                    }))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("broken");

    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatALinkPointsToIsWrittenBeItThereOrNot() throws IOException {
    Path share = Files.createDirectory(folder.resolve("share"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("share/a.gpkg"));

    for (String content : new String[] {"first", "second"}) {
      assertThat(WholeFile.write(link, text(content))).isEqualTo(link);

      assertThat(link).isSymbolicLink();
      assertThat(share.resolve("a.gpkg")).isRegularFile().hasContent(content);
    }
  }

  @Test
  void aFolderInTheWayIsNamed() throws IOException {
    Path file = folder.resolve("a.xlsx");
    Files.createDirectories(file.resolve("inside"));

    assertThatThrownBy(() -> WholeFile.write(file, text("content")))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessageContaining(file + ": ");

    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  private static WholeFile.Content text(String text) {
    return draft -> Files.writeString(draft, text);
  }
}

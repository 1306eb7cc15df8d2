package org.planpulse.jobs.ingest.landing;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a landing folder with archives taken apart: {@code 局/图斑.zip} that holds {@code
 * a/b.shp} gives {@code 局/图斑.zip/a/b.shp}.
 *
 * @param files by path, those in archives among them
 * @param origins path of the archive of each file that came out of one
 * @param refused archives that stay closed, with the reason
 */
record Archives(
    SortedMap<String, Path> files, Map<String, String> origins, Map<String, FileFault> refused) {

  /**
   * @param landed files by path below the landing folder
   * @param unpacked folder for the content of archives; what no archive needs any more is deleted
   */
  static Archives open(SortedMap<String, Path> landed, Path unpacked) throws IOException {
    Archives archives = new Archives(new TreeMap<>(), new HashMap<>(), new TreeMap<>());
    Set<Path> inUse = new HashSet<>();
    for (Map.Entry<String, Path> file : landed.entrySet()) {
      if (isArchive(file.getValue())) {
        inUse.add(archives.take(file.getKey(), file.getValue(), unpacked));
      } else {
        archives.files.put(file.getKey(), file.getValue());
      }
    }
    tidy(unpacked, inUse);
    return archives;
  }

  /** What the department handed over: the file, or the archive it came in. */
  String handedOver(String file) {
    return origins.getOrDefault(file, file);
  }

  /**
   * The paths under which a contract may know a file: its own; in an archive also as if it lay
   * beside the archive, under its own name or the archive's.
   */
  List<String> names(String file) {
    String archive = origins.get(file);
    if (archive == null) {
      return List.of(file);
    }
    String folder = archive.substring(0, archive.lastIndexOf('/') + 1);
    String name = file.substring(file.lastIndexOf('/') + 1);
    String stem = archive.replaceFirst("\\.[^./]*$", "");
    return new ArrayList<>(
        new LinkedHashSet<>(List.of(file, folder + name, stem + "." + Delivery.extension(name))));
  }

  private Path take(String name, Path file, Path unpacked) throws IOException {
    Path folder = unpacked.resolve(ContentKey.sha256(List.of(file)).substring(0, 16));
    try {
      new Archive(file)
          .unpack(folder)
          .forEach(
              (inner, path) -> {
                files.put(name + "/" + inner, path);
                origins.put(name + "/" + inner, name);
              });
    } catch (FileFault e) {
      refused.put(name, e);
    }
    return folder;
  }

  /** A broken one cannot be told from a workbook by its content, so there the name decides. */
  private static boolean isArchive(Path file) throws IOException {
    FileFormat format = FileFormat.of(file);
    return format == FileFormat.ZIP
        || format == FileFormat.OOXML
            && "zip".equals(Delivery.extension(file.toString()))
            && !opens(file);
  }

  private static boolean opens(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 0;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private static void tidy(Path unpacked, Set<Path> inUse) throws IOException {
    if (!Files.isDirectory(unpacked)) {
      return;
    }
    List<Path> folders;
    try (var list = Files.list(unpacked)) {
      folders = list.filter(folder -> !inUse.contains(folder)).toList();
    }
    for (Path folder : folders) {
      Folders.delete(folder);
    }
  }
}

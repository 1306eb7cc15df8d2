package org.planpulse.jobs.ingest.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What lies in a landing folder now.
 *
 * @param deliveries in path order
 * @param refusedLinks links that lead out of the folder or to folders, pipes and devices; they are
 *     not opened
 * @param refusedArchives archives that are damaged or not safe to unpack, with the reason
 * @param handoverFaults lines of the hand-over list that do not read
 * @param announced files the hand-over list names that do not exist
 */
public record LandingZone(
    List<Delivery> deliveries,
    List<String> refusedLinks,
    Map<String, FileFault> refusedArchives,
    List<String> handoverFaults,
    List<String> announced) {

  /** Name of the hand-over list, a system file at the top of the folder. */
  public static final String HANDOVER_LIST = HandoverList.NAME;

  /** The table every File Geodatabase has. */
  private static final String GEODATABASE_CATALOGUE = "a00000001.gdbtable";

  private static final Set<String> SHAPEFILE_MEMBERS = Set.of("shp", "shx", "dbf", "prj", "cpg");

  /** Indexes, previews and locks that programs leave beside the data they belong to. */
  private static final Set<String> BY_PRODUCTS =
      Set.of(
          "sbn",
          "sbx",
          "qpj",
          "qix",
          "fix",
          "atx",
          "xml",
          "tfw",
          "ovr",
          "gpkg-wal",
          "gpkg-shm",
          "lock",
          "tmp");

  /**
   * Looks at every file below {@code landing}, and into archives; system, hidden and lock files are
   * left out.
   *
   * @param unpacked folder where the content of archives stays from scan to scan
   * @param runDate day of receipt of files that the hand-over list does not name
   */
  public static LandingZone scan(Path landing, Path unpacked, LocalDate runDate)
      throws IOException {
    if (!Files.isDirectory(landing)) {
      return new LandingZone(List.of(), List.of(), Map.of(), List.of(), List.of());
    }
    Walk walk = new Walk(landing.toRealPath());
    Files.walkFileTree(walk.root, walk);
    Archives archives = Archives.open(walk.files, unpacked);
    SortedMap<String, Path> files = archives.files();
    HandoverList list = HandoverList.read(walk.root);
    Set<String> shapefiles =
        files.keySet().stream()
            .filter(file -> Delivery.extension(file).equals("shp"))
            .map(LandingZone::stem)
            .collect(Collectors.toSet());
    List<Delivery> deliveries;
    try {
      deliveries =
          files.keySet().parallelStream()
              .filter(file -> !partOfAnother(file, shapefiles))
              .map(file -> deliver(file, archives, list, runDate))
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<String> announced =
        list.entries().keySet().stream().filter(file -> !walk.files.containsKey(file)).toList();
    return new LandingZone(deliveries, walk.refused, archives.refused(), list.faults(), announced);
  }

  private static boolean partOfAnother(String file, Set<String> shapefiles) {
    String extension = Delivery.extension(file);
    return BY_PRODUCTS.contains(extension)
        || SHAPEFILE_MEMBERS.contains(extension)
            && !extension.equals("shp")
            && shapefiles.contains(stem(file));
  }

  private static Delivery deliver(
      String file, Archives archives, HandoverList list, LocalDate runDate) {
    SortedMap<String, Path> files = archives.files();
    Optional<HandoverList.Entry> entry =
        Optional.ofNullable(list.entries().get(archives.handedOver(file)));
    try {
      List<Path> members = members(file, files);
      long bytes = 0;
      for (Path member : members) {
        bytes += Files.size(member);
      }
      return new Delivery(
          file,
          archives.names(file),
          files.get(file),
          members,
          ContentKey.sha256(members),
          bytes,
          entry.map(HandoverList.Entry::department),
          entry.map(HandoverList.Entry::receivedOn).orElse(runDate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> members(String file, SortedMap<String, Path> files) throws IOException {
    if (Files.isDirectory(files.get(file))) {
      try (var tables = Files.list(files.get(file))) {
        return tables.filter(Files::isRegularFile).sorted().toList();
      }
    }
    if (!Delivery.extension(file).equals("shp")) {
      return List.of(files.get(file));
    }
    return files.entrySet().stream()
        .filter(other -> SHAPEFILE_MEMBERS.contains(Delivery.extension(other.getKey())))
        .filter(other -> stem(other.getKey()).equals(stem(file)))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String stem(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && hidden(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (Files.exists(folder.resolve(GEODATABASE_CATALOGUE))) {
        files.put(root.relativize(folder).toString().replace('\\', '/'), folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (hidden(file) || name.equals(HandoverList.NAME)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isOther() || attributes.isSymbolicLink() && !leadsToOwnFile(file)) {
        refused.add(name);
      } else {
        files.put(name, file);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean leadsToOwnFile(Path link) throws IOException {
      return Files.isRegularFile(link) && link.toRealPath().startsWith(root);
    }

    private static boolean hidden(Path file) {
      String name = file.getFileName().toString();
      return name.startsWith(".")
          || name.startsWith("~$")
          || Set.of("thumbs.db", "desktop.ini").contains(name.toLowerCase(Locale.ROOT));
    }
  }
}

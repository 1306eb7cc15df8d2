package org.planpulse.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The data files of this module, by relative path, overlaid with those of a workspace: a file of
 * the same path in {@code <workspace>/schemas/} replaces ours, a new one is added.
 */
public record SchemaFiles(SortedMap<String, String> contents) {

  private static final String ROOT = "planpulse";

  /** Read once: what is packaged does not change under a running program. */
  private static final class Packaged {
    static final PackedSchemas PACKED = readPacked();
    static final SchemaFiles FILES =
        PACKED.isEmpty() ? packagedAt(root()) : new SchemaFiles(PACKED.texts());
  }

  public SchemaFiles {
    contents = Collections.unmodifiableSortedMap(contents);
  }

  /** The files packaged with the program. */
  public static SchemaFiles packaged() {
    return Packaged.FILES;
  }

  /** What the build made of them. */
  static PackedSchemas packed() {
    return Packaged.PACKED;
  }

  private static PackedSchemas readPacked() {
    URL packed = SchemaFiles.class.getClassLoader().getResource(ROOT + "/" + PackedSchemas.NAME);
    return packed != null && packed.getProtocol().equals("jar")
        ? PackedSchemas.at(packed)
        : PackedSchemas.NONE;
  }

  private static URL root() {
    URL root = SchemaFiles.class.getClassLoader().getResource(ROOT);
    if (root == null) {
      throw new SchemaException("the packaged schema files are missing from the class path");
    }
    return root;
  }

  /** The files below a class-path folder, which is a real folder or lies in a jar. */
  static SchemaFiles packagedAt(URL root) {
    try {
      return new SchemaFiles(
          root.openConnection() instanceof JarURLConnection jar
              ? readJar(jar)
              : readTree(Path.of(root.toURI())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packaged schema files", e);
    } catch (URISyntaxException e) {
      throw new SchemaException("cannot read the packaged schema files at " + root, e);
    }
  }

  /** The files below a folder. */
  static SchemaFiles below(Path folder) throws IOException {
    return new SchemaFiles(readTree(folder));
  }

  /** These files with those of a workspace's {@code schemas/} folder laid over them. */
  public SchemaFiles overlaidWith(Path folder) {
    if (!Files.isDirectory(folder)) {
      return this;
    }
    SortedMap<String, String> merged = new TreeMap<>(contents);
    try {
      merged.putAll(readTree(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return new SchemaFiles(merged);
  }

  /** The files of one folder, e.g. {@code contracts}, sub-folders included. */
  public SortedMap<String, String> in(String folder) {
    return contents.subMap(folder + "/", folder + "0");
  }

  public String text(String path) {
    String text = contents.get(path);
    if (text == null) {
      throw new SchemaException("schema file " + path + " does not exist");
    }
    return text;
  }

  /** Opened by path: a file system opened by URI is shared and may be closed by others. */
  private static SortedMap<String, String> readJar(JarURLConnection jar)
      throws IOException, URISyntaxException {
    Path file = Path.of(jar.getJarFileURL().toURI());
    try (FileSystem files = FileSystems.newFileSystem(file)) {
      return readTree(files.getPath(jar.getEntryName()));
    }
  }

  private static SortedMap<String, String> readTree(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(SchemaFiles::isSchemaFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        texts.put(name, readText(file));
      }
    }
    return texts;
  }

  /** Editors and file managers leave other files beside ours. */
  private static boolean isSchemaFile(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".sql"));
  }

  private static String readText(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new SchemaException(file + " is not UTF-8 text: save it as UTF-8", e);
    }
  }
}

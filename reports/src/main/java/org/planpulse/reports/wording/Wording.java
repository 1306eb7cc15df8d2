package org.planpulse.reports.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.planpulse.schemas.Language;

/** The fixed words of the reports in one language, from {@code wording/<language>.properties}. */
public final class Wording {
  private final Language language;
  private final ResourceBundle bundle;

  private Wording(Language language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  public static Wording of(Language language) {
    String file = "/planpulse/wording/" + language.code() + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no wording " + file);
      }
      return new Wording(
          language,
          new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  /** For templates, which name keys as {@code $R{key}}. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /** All texts, for checks. */
  public List<String> texts() {
    return bundle.keySet().stream().sorted().map(bundle::getString).toList();
  }

  /**
   * Text of a key, with {@code {0}}, {@code {1}}... replaced by the arguments as they are.
   *
   * @throws MissingResourceException when the key is not in the file
   */
  public String text(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}

package org.planpulse.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planpulse.jobs.geometry.OldDatum;
import org.planpulse.jobs.geometry.SevenParameters;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;

/** Reads {@code planpulse.yaml}, the file that makes a folder a workspace. */
public final class WorkspaceFile {

  public static final String NAME = "planpulse.yaml";

  private WorkspaceFile() {}

  public static boolean isWorkspace(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * The workspace in {@code folder}.
   *
   * @throws OperatorError when there is none, or its settings are wrong
   */
  public static Workspace read(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (!isWorkspace(root)) {
      throw new OperatorError(
          root + " 不是工作区（没有 " + NAME + "）。请用 --workspace 指明工作区，或用 planpulse init 新建。",
          root
              + " is not a workspace (it has no "
              + NAME
              + "). Name one with --workspace, or create one with planpulse init.");
    }
    return new Workspace(root, settings(text(root.resolve(NAME))));
  }

  /** The settings in the text of a settings file. */
  static Settings settings(String yaml) {
    SettingsFile file = SettingsFile.parse(yaml);
    return new Settings(
        file.get("city"),
        file.get("plan"),
        file.get("crs"),
        Language.of(file.get("language")),
        Boolean.parseBoolean(file.get("sample_data")),
        new Settings.Spark(
            file.get("spark.master"), Integer.parseInt(file.get("spark.shuffle_partitions"))),
        new Settings.Mail(
            file.get("mail.host"),
            Integer.parseInt(file.get("mail.port")),
            file.get("mail.from"),
            Settings.Mail.Security.valueOf(file.get("mail.security").toUpperCase(Locale.ROOT)),
            file.get("mail.user"),
            file.get("mail.password_file")),
        new Settings.Areas(
            Settings.Areas.Adjust.valueOf(file.get("areas.adjust").toUpperCase(Locale.ROOT)),
            new BigDecimal(file.get("areas.tolerance_ppm"))),
        datumShifts(file),
        planParameters(file));
  }

  /**
   * The lines of {@code schedule:} by name, as they stand in the file. No result depends on when it
   * was computed, so they are no {@link Settings}.
   *
   * @throws OperatorError as {@link #read}
   */
  public static Map<String, String> schedule(Path folder) {
    Path root = read(folder).root();
    return SettingsFile.parse(text(root.resolve(NAME))).section(SettingKey.SCHEDULE);
  }

  /**
   * Checks what the settings say about the plan.
   *
   * @throws OperatorError when the plan does not exist, is another city's, or lacks a parameter
   *     that the settings give
   */
  public static void check(Settings settings, Schemas schemas) {
    Plan plan = schemas.plans().get(settings.plan());
    if (plan == null) {
      throw noSuch("plan", settings.plan(), schemas.plans().keySet());
    }
    if (!plan.city().code().equals(settings.city())) {
      throw new OperatorError(
          NAME
              + "：规划 "
              + plan.id()
              + " 属于 "
              + plan.city().code()
              + "，而 city 为 "
              + settings.city()
              + "。请改其一。",
          NAME
              + ": plan "
              + plan.id()
              + " is for city "
              + plan.city().code()
              + ", but city is "
              + settings.city()
              + ". Change one of them.");
    }
    for (String parameter : settings.planParameters().keySet()) {
      if (!plan.parameters().containsKey(parameter)) {
        throw noSuch("plan_parameters", parameter, plan.parameters().keySet());
      }
    }
  }

  private static Map<OldDatum, SevenParameters> datumShifts(SettingsFile file) {
    Map<OldDatum, SevenParameters> shifts = new EnumMap<>(OldDatum.class);
    for (OldDatum datum : OldDatum.values()) {
      SevenParameters.of(file.get("datum_shifts." + datum.name().toLowerCase(Locale.ROOT)))
          .ifPresent(parameters -> shifts.put(datum, parameters));
    }
    return shifts;
  }

  private static Map<String, Double> planParameters(SettingsFile file) {
    return file.section(SettingKey.PLAN_PARAMETERS).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Double.valueOf(entry.getValue()),
                (first, second) -> second,
                TreeMap::new));
  }

  private static OperatorError noSuch(String key, String written, Set<String> valid) {
    String names = String.join(", ", valid);
    return new OperatorError(
        NAME + "：" + key + " 中没有“" + written + "”。可用：" + names + "。",
        NAME + ": " + key + " has no '" + written + "'. Known: " + names + ".");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new OperatorError(
          file + " 不是 UTF-8 编码。请另存为 UTF-8。", file + " is not UTF-8. Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

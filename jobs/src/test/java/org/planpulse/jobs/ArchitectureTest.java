package org.planpulse.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who may use whom, see docs/architecture.md; and what no result may depend on. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.planpulse");

  private static final String[] SPARK = {
    "org.apache.spark..", "io.delta.tables..", "org.apache.sedona.."
  };

  /** Methods that look at the machine's locale, charset or time zone unless told otherwise. */
  private static final Set<String> LOOK_AT_THE_MACHINE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.PrintStream.<init>(java.io.OutputStream)",
          "java.io.PrintWriter.<init>(java.io.OutputStream)",
          "java.io.FileReader.<init>(java.io.File)",
          "java.io.FileReader.<init>(java.lang.String)",
          "java.io.FileWriter.<init>(java.io.File)",
          "java.io.FileWriter.<init>(java.lang.String)",
          "java.util.Scanner.<init>(java.io.InputStream)",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.text.NumberFormat.getInstance()",
          "java.text.NumberFormat.getNumberInstance()",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.nio.charset.Charset.defaultCharset()",
          "java.util.Locale.getDefault()",
          "java.util.TimeZone.getDefault()",
          "java.time.ZoneId.systemDefault()");

  @Test
  void schemasUseNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage("org.planpulse.schemas..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.planpulse.reports..",
            "org.planpulse.samples..",
            "org.planpulse.jobs..",
            "org.apache.spark..",
            "net.sf.jasperreports..")
        .check(CLASSES);
  }

  @Test
  void reportsUseSchemasOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.planpulse.reports..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.planpulse.samples..", "org.planpulse.jobs..")
                .or(resideInAnyPackage(SPARK)))
        .check(CLASSES);
  }

  @Test
  void samplesUseSchemasOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.planpulse.samples..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.planpulse.reports..", "org.planpulse.jobs..")
                .or(resideInAnyPackage(SPARK)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void jobsLeaveJasperToReports() {
    noClasses()
        .that()
        .resideInAPackage("org.planpulse.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sf.jasperreports..")
        .check(CLASSES);
  }

  @Test
  void ingestUsesNoLaterStage() {
    doesNotUse("ingest", "conform", "spatial", "indicators", "publish").check(CLASSES);
  }

  @Test
  void conformUsesNoLaterStage() {
    doesNotUse("conform", "spatial", "indicators", "publish").check(CLASSES);
  }

  @Test
  void spatialUsesNoLaterStage() {
    doesNotUse("spatial", "indicators", "publish").check(CLASSES);
  }

  @Test
  void indicatorsUseNoLaterStage() {
    doesNotUse("indicators", "publish").check(CLASSES);
  }

  @Test
  void whatAllUseDependsOnNoStage() {
    noClasses()
        .that()
        .resideInAnyPackage(in("warehouse"), in("run"), in("workspace"), in("query"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            in("ingest"), in("conform"), in("spatial"), in("indicators"), in("publish"))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineSeesAll() {
    noClasses()
        .that()
        .resideInAPackage("org.planpulse..")
        .and()
        .resideOutsideOfPackage(in("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("cli"))
        .check(CLASSES);
  }

  @Test
  void geometryIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage(in("geometry"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SPARK).or(resideInAnyPackage(in("statistics"))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void statisticsArePlainJava() {
    noClasses()
        .that()
        .resideInAPackage(in("statistics"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SPARK).or(resideInAnyPackage(in("geometry"))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void judgingTheEnvironmentIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage(in("environment"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(SPARK)
                .or(resideInAnyPackage(in("geometry")))
                .or(resideInAnyPackage(in("statistics"))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void queriesStartNoSpark() {
    noClasses()
        .that()
        .resideInAnyPackage(in("query"), in("explain"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SPARK))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndTheProgressOfARunWriteToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli"))
        .and()
        .doNotHaveSimpleName("TerminalProgress")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAsksForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli"))
        .should()
        .callCodeUnitWhere(asks("the system clock", ArchitectureTest::readsTheSystemClock))
        .check(CLASSES);
  }

  @Test
  void nothingLooksAtTheMachinesLocaleCharsetOrTimeZone() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            asks(
                "the machine's locale, charset or time zone",
                call -> LOOK_AT_THE_MACHINE.contains(call.getTarget().getFullName())))
        .check(CLASSES);
  }

  private static boolean readsTheSystemClock(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    boolean clockGiven =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.getFullName().equals("java.time.Clock"));
    return (owner.startsWith("java.time.") && call.getName().equals("now") && !clockGiven)
        || (owner.equals("java.time.Clock") && call.getName().startsWith("system"))
        || (owner.equals("java.util.Date") && call.getTarget().getRawParameterTypes().isEmpty())
        || call.getTarget().getFullName().equals("java.lang.System.currentTimeMillis()");
  }

  private static DescribedPredicate<JavaCall<?>> asks(String what, Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe("asks for " + what, test);
  }

  private static ArchRule doesNotUse(String stage, String... later) {
    return noClasses()
        .that()
        .resideInAPackage(in(stage))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Arrays.stream(later).map(ArchitectureTest::in).toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private static String in(String folder) {
    return "org.planpulse.jobs." + folder + "..";
  }
}

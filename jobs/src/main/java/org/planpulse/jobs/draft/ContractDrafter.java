package org.planpulse.jobs.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** Drafts a contract from a real file, so that nobody starts from an empty page. */
public final class ContractDrafter {

  /** Prose and drawings that lie beside the data in an archive. */
  private static final Set<FileFormat> BESIDE =
      Set.of(FileFormat.TEXT, FileFormat.PDF, FileFormat.OFFICE, FileFormat.UNKNOWN);

  private final Schemas schemas;
  private final Collection<String> regions;
  private final String surveyCrs;

  /**
   * @param regions names of administrative units, which are no items of tables
   * @param surveyCrs of layers that tell none, {@code EPSG:n}
   */
  public ContractDrafter(Schemas schemas, Collection<String> regions, String surveyCrs) {
    this.schemas = schemas;
    this.regions = regions;
    this.surveyCrs = surveyCrs;
  }

  /**
   * The draft as YAML, with remarks in a language.
   *
   * @param form of a workbook or text file; told by its content when empty
   * @throws OperatorError when the file does not exist or no contract could be about it
   */
  public String draft(Path file, Optional<Form> form, Language language) {
    if (!Files.exists(file)) {
      throw new OperatorError("没有文件 " + file + "。", "There is no file " + file + ".");
    }
    try {
      Path scratch = Files.createTempDirectory("planpulse-draft");
      try {
        return draft(file, form, language, scratch);
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private String draft(Path file, Optional<Form> form, Language language, Path scratch)
      throws IOException {
    Path landing = Files.createDirectory(scratch.resolve("landing"));
    copy(file, landing);
    IssueStore issues = new IssueStore(schemas.issueKinds());
    Path folder = file.toAbsolutePath().normalize().getParent();
    Delivery delivery = null;
    try {
      delivery = delivery(file, landing, scratch.resolve("unpacked"));
      Contract nothing = nothingAgreed();
      Findings findings = new Findings(issues, delivery, nothing);
      TableItems items = new TableItems(schemas, regions);
      FileSample sample =
          new FileSampler(schemas, items, nothing, findings, scratch.resolve("staging"))
              .read(delivery, form);
      List<Issue> found = issues.issues();
      return new ContractDraft(sample, schemas, folder, surveyCrs, found).text(language);
    } catch (FileFault e) {
      throw refused(file, issues.issue(e.code(), "", "", file.toString(), "", e.values()), e);
    }
  }

  private static OperatorError refused(Path file, Issue issue, FileFault fault) {
    return new OperatorError(
        file + "：" + issue.message(Language.ZH) + issue.remedy(Language.ZH),
        file + ": " + issue.message(Language.EN) + " " + issue.remedy(Language.EN),
        fault);
  }

  /** The file with what belongs to it: the members of a shapefile have one name. */
  private static void copy(Path file, Path landing) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OperatorError(file + " 不是文件。", file + " is not a file.");
    }
    String name = file.getFileName().toString();
    if (!Delivery.extension(name).equals("shp")) {
      Files.copy(file, landing.resolve(name));
      return;
    }
    String stem = name.substring(0, name.length() - "shp".length());
    try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
      for (Path member : beside.filter(Files::isRegularFile).toList()) {
        String other = member.getFileName().toString();
        if (other.startsWith(stem)) {
          Files.copy(member, landing.resolve(other));
        }
      }
    }
  }

  private static Delivery delivery(Path file, Path landing, Path unpacked)
      throws IOException, FileFault {
    LandingZone zone = LandingZone.scan(landing, unpacked, LocalDate.EPOCH);
    for (FileFault fault : zone.refusedArchives().values()) {
      throw fault;
    }
    List<Delivery> deliveries = zone.deliveries();
    if (deliveries.size() > 1) {
      deliveries = deliveries.stream().filter(ContractDrafter::isData).toList();
    }
    if (deliveries.size() != 1) {
      String names = String.join("、", zone.deliveries().stream().map(Delivery::name).toList());
      throw new OperatorError(
          file + " 中不是恰有一份资料：" + names + "。请解开后逐份草拟。",
          file + " does not hold exactly one dataset: " + names + ". Unpack it and draft each.");
    }
    return deliveries.get(0);
  }

  private static boolean isData(Delivery delivery) {
    try {
      return !BESIDE.contains(FileFormat.of(delivery.path()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + delivery.path(), e);
    }
  }

  /** For readers that ask for a contract. */
  private static Contract nothingAgreed() {
    return new Contract(
        "",
        "",
        "",
        "",
        "",
        Form.DOCUMENT,
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

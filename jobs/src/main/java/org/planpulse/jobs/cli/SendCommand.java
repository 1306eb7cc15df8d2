package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocketFactory;
import org.planpulse.jobs.issued.Archive;
import org.planpulse.jobs.issued.ArchiveFault;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.mail.Delivery;
import org.planpulse.jobs.mail.Dispatch;
import org.planpulse.jobs.mail.MailPassword;
import org.planpulse.jobs.mail.MailServer;
import org.planpulse.jobs.mail.Objection;
import org.planpulse.jobs.mail.Recipient;
import org.planpulse.jobs.mail.RecipientFile;
import org.planpulse.jobs.mail.ReportLetter;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.Sentences;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends an issue by mail, or what an earlier sending kept. */
@Command(name = "send")
final class SendCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "NUMBER", arity = "0..1", descriptionKey = "number")
  private String number;

  @ArgGroup private Whom whom;

  @Option(names = "--again", paramLabel = "ADDRESS", descriptionKey = "again")
  private List<String> again = List.of();

  @Option(names = "--outbox", descriptionKey = "outbox")
  private boolean outbox;

  @Option(names = "--replaced", descriptionKey = "replaced")
  private boolean replaced;

  /** One of two ways to name recipients. */
  private static final class Whom {

    @Option(names = "--to", paramLabel = "LIST", descriptionKey = "to")
    private String list;

    @Option(names = "--list", paramLabel = "FILE", descriptionKey = "list")
    private Path file;

    List<Recipient> recipients(Workspace workspace) {
      return file == null
          ? new RecipientFile(workspace.root().resolve(RecipientFile.NAME)).on(list)
          : new RecipientFile(file).all();
    }
  }

  SendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    requireOneQuestion();
    Workspace workspace = WorkspaceFile.read(common.workspace());
    MailServer server =
        new MailServer(
            workspace.settings().mail(),
            MailPassword.of(workspace, System.getenv()),
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    Archive archive = new Archive(workspace.issued());
    Path folder = workspace.root().resolve("outbox");
    try (Dispatch dispatch =
        Dispatch.open(server, folder, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()))) {
      return tell(
          outbox
              ? dispatch.sendKept(kept -> objectionToKept(archive, kept))
              : sendIssue(workspace, archive, dispatch));
    }
  }

  /** No option is passed over. */
  private void requireOneQuestion() {
    boolean issue = number != null && whom != null && !outbox;
    boolean kept = outbox && number == null && whom == null && again.isEmpty();
    if (!issue && !kept) {
      throw new ParameterException(
          spec.commandLine(),
          console.word(
              "请给出签发号与 --to 或 --list（可加 --again）；或只用 --outbox 重发留存的邮件。",
              "Give the number of an issue with --to or --list, and --again if need be; or --outbox"
                  + " without them, for mails that were kept."));
    }
  }

  /** Why an issue must not be sent: it is no longer in force, and nobody says it is wanted. */
  private Optional<String> objection(Archive archive, Manifest issue) {
    List<String> later = archive.replacing(issue).stream().map(Manifest::number).toList();
    if (replaced || later.isEmpty()) {
      return Optional.empty();
    }
    String numbers = String.join(", ", later);
    return Optional.of(
        console.word(
            "已由 " + numbers + " 替代；仍要发送的，加 --replaced",
            "replaced by " + numbers + "; --replaced sends it all the same"));
  }

  private Optional<Objection> objectionToKept(Archive archive, String kept) {
    Optional<Manifest> issue =
        archive.issues().stream().filter(each -> each.number().equals(kept)).findFirst();
    return issue.isPresent()
        ? objection(archive, issue.get()).map(Objection::held)
        : Optional.of(
            Objection.orphaned(console.word("签发档案中没有此号", "the archive has no such issue")));
  }

  private List<Delivery> sendIssue(Workspace workspace, Archive archive, Dispatch dispatch) {
    Manifest issue = archive.issue(number);
    requireWhole(archive, issue);
    objection(archive, issue).ifPresent(reason -> refuse(issue, reason));
    Project project = Project.open(common.workspace());
    ReportLetter letter =
        new ReportLetter(
            issue,
            archive.folder(issue),
            RunDateOption.dayOf(issue.instant()),
            project.plan().city().name().in(console.language()),
            workspace.settings().sampleData(),
            new Sentences(project.schemas().sentences(), console.language()));
    List<Recipient> recipients = whom.recipients(workspace);
    again.forEach(address -> requireAmong(recipients, address));
    List<Delivery> deliveries = new ArrayList<>();
    for (Recipient recipient : recipients) {
      if (again.stream().anyMatch(recipient::isAt)) {
        dispatch.release(issue.number(), recipient);
      }
      deliveries.add(dispatch.send(letter, recipient));
    }
    return deliveries;
  }

  private static void requireAmong(List<Recipient> recipients, String address) {
    if (recipients.stream().noneMatch(recipient -> recipient.isAt(address))) {
      throw new OperatorError(
          "--again " + address + " 不在收件人之中，未发送。",
          "--again " + address + " is none of the recipients, so nothing was sent.");
    }
  }

  private static void refuse(Manifest issue, String reason) {
    throw new OperatorError(
        "签发号 " + issue.number() + " 未发送：" + reason + "。",
        "Issue " + issue.number() + " was not sent: " + reason + ".");
  }

  private void requireWhole(Archive archive, Manifest issue) {
    List<String> files =
        archive.faults().stream()
            .filter(fault -> fault.number().equals(issue.number()) && !fault.mendsItself())
            .map(ArchiveFault::file)
            .toList();
    if (!files.isEmpty()) {
      throw new OperatorError(
          "签发档案 " + issue.number() + " 已不完好（" + files + "），未发送。详见 planpulse verify。",
          "Issue "
              + issue.number()
              + " is not as it was issued ("
              + String.join(", ", files)
              + "), so nothing was sent. planpulse verify says more.");
    }
  }

  private int tell(List<Delivery> deliveries) {
    format.print(
        console,
        Listing.of(
            List.of("issue", "recipient", "result", "reason"),
            deliveries.stream().map(this::row).toList()));
    if (has(deliveries, Delivery.Result.KEPT)) {
      console.tell(
          "未发出的邮件留在 outbox/；稍后用 planpulse send --outbox 重发。",
          "Mails that were not sent are kept in outbox/; planpulse send --outbox tries them again.");
    }
    if (has(deliveries, Delivery.Result.HELD)) {
      console.tell(
          "有邮件因签发已被替代而未发，仍留在 outbox/：仍要发送的，加 --replaced；不再需要的，删除 outbox/ 中以该签发号开头的文件。",
          "Mails of issues that were replaced were held back in outbox/. --replaced sends them all"
              + " the same; of mails that nobody wants, delete the files: their names begin with"
              + " the number.");
    }
    if (has(deliveries, Delivery.Result.ORPHANED)) {
      console.tell(
          "有邮件的签发不在档案中，未发，仍留在 outbox/：请从备份恢复 issued/，或删除 outbox/ 中以该签发号开头的文件。",
          "Of some mails the archive does not have the issue; they were left in outbox/. Restore"
              + " issued/ from a backup, or delete the files: their names begin with the number.");
    }
    if (has(deliveries, Delivery.Result.UNKNOWN)) {
      console.tell(
          "有邮件交给了服务器但结果不明，不会自动重发；请向收件人核实，未收到的用 --again 地址 重发。",
          "Whether a mail was taken by the server is not known, so it is not sent again. Ask the"
              + " recipient; if it did not arrive, send it with --again ADDRESS.");
    }
    return deliveries.stream().allMatch(Delivery::settled) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean has(List<Delivery> deliveries, Delivery.Result result) {
    return deliveries.stream().anyMatch(each -> each.result() == result);
  }

  private List<Object> row(Delivery delivery) {
    String result =
        switch (delivery.result()) {
          case SENT -> console.word("已发送", "sent");
          case SENT_BEFORE -> console.word("此前已发送", "sent before");
          case KEPT -> console.word("未发出，已留存", "not sent, kept");
          case HELD -> console.word("未发，待处置", "held back");
          case ORPHANED -> console.word("未发，无档案", "no such issue");
          case UNKNOWN -> console.word("结果不明", "not known");
        };
    return List.of(delivery.issue(), delivery.recipient(), result, delivery.reason());
  }
}

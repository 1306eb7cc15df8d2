package org.planpulse.jobs.conform;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.contract.Contract;

/** What a conform job is going to do: a step for each dataset, and the write. */
final class ConformPlan {

  private ConformPlan() {}

  static JobPlan of(RunContext run, List<Contract> contracts, String table) {
    boolean chinese = run.workspace().settings().language() == Language.ZH;
    List<String> steps = new ArrayList<>();
    for (Contract contract : contracts) {
      steps.add(
          chinese
              ? "规整 %s %s".formatted(contract.id(), contract.name())
              : "conform %s %s".formatted(contract.id(), contract.nameEn()));
    }
    steps.add(chinese ? "写入 " + table : "write " + table);
    return new JobPlan(steps);
  }
}

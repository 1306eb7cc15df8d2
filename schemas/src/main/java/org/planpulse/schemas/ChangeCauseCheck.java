package org.planpulse.schemas;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.planpulse.schemas.codelist.ChangeCauses;
import org.planpulse.schemas.codelist.ChangeRule;
import org.planpulse.schemas.codelist.ChangeRule.ClassPair;
import org.planpulse.schemas.codelist.ChangeRule.When;

/** Checks the rules on causes of change; planners write them, so faults are told in Chinese too. */
final class ChangeCauseCheck {

  private static final String FILE = "codelists/change_causes.yaml";
  private static final Pattern ID = Pattern.compile("[a-z][a-z_]*");

  private static final Map<When, Set<String>> PARAMETERS =
      Map.of(
          When.REVIEWED_CORRECTION, Set.of(),
          When.UNIT, Set.of(),
          When.CLASS_PAIR, Set.of("pairs"),
          When.ATTRIBUTES, Set.of("attributes"),
          When.THERE_AND_BACK, Set.of("least_share"),
          When.SLIVER, Set.of("below_m2", "thinness_below"));

  private final ChangeCauses causes;
  private final Set<String> landClasses;

  ChangeCauseCheck(Schemas schemas) {
    this.causes = schemas.changeCauses();
    this.landClasses = schemas.landClasses().keySet();
  }

  void run() {
    for (String needed : List.of(ChangeCauses.REAL, ChangeCauses.CLOSING)) {
      require(
          causes.causes().containsKey(needed),
          "causes",
          "缺少 " + needed + "；请补上它的名称",
          "lacks " + needed + "; add its name");
    }
    for (String id : causes.causes().keySet()) {
      require(
          ID.matcher(id).matches(),
          "causes",
          "的键“" + id + "”只能用小写字母与下划线；请改名",
          "has the key '" + id + "', which must be of small letters and _; rename it");
    }
    require(
        causes.rules().stream().filter(rule -> rule.when() == When.THERE_AND_BACK).count() <= 1,
        "rules",
        "中 there_and_back 只能有一条；请合并",
        "may hold there_and_back once; make it one rule");
    for (int i = 0; i < causes.rules().size(); i++) {
      check("rules #" + (i + 1), causes.rules().get(i));
    }
  }

  private void check(String where, ChangeRule rule) {
    require(
        causes.causes().containsKey(rule.cause()) && !rule.cause().equals(ChangeCauses.CLOSING),
        where,
        "的原因“" + rule.cause() + "”未在 causes 中命名或不由规则产生；请改为 causes 中的一个",
        "has the cause '" + rule.cause() + "', which no rule may name; use one of causes");
    checkParameters(where, rule);
    if (rule.leastShare() != null) {
      require(
          rule.leastShare().signum() > 0 && rule.leastShare().compareTo(BigDecimal.ONE) <= 0,
          where,
          "的 least_share 应大于 0 且不大于 1",
          "must have a least_share above 0 and up to 1");
    }
    for (BigDecimal limit : Arrays.asList(rule.belowM2(), rule.thinnessBelow())) {
      require(
          limit == null || limit.signum() > 0,
          where,
          "的 below_m2 与 thinness_below 应大于 0",
          "must have a below_m2 and thinness_below above 0");
    }
    if (rule.pairs() != null) {
      rule.pairs().forEach(pair -> check(where, pair));
    }
  }

  private static void checkParameters(String where, ChangeRule rule) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pairs", rule.pairs());
    values.put("attributes", rule.attributes());
    values.put("least_share", rule.leastShare());
    values.put("below_m2", rule.belowM2());
    values.put("thinness_below", rule.thinnessBelow());
    values.values().removeIf(value -> value == null);
    Set<String> needed = new TreeSet<>(PARAMETERS.get(rule.when()));
    require(
        values.keySet().equals(needed),
        where,
        "应有且只有这些参数：" + needed + "，现有 " + values.keySet(),
        "must have the parameters " + needed + " and no others, but has " + values.keySet());
  }

  private void check(String where, ClassPair pair) {
    for (String code : List.of(pair.from(), pair.to())) {
      require(
          landClasses.contains(code),
          where,
          "的地类“" + code + "”不在 codelists/land_classes.yaml 中；请改正或先补该地类",
          "names the land class '" + code + "', which codelists/land_classes.yaml lacks; mend it");
    }
  }

  private static void require(boolean condition, String where, String zh, String en) {
    if (!condition) {
      throw new SchemaException(
          FILE + "，" + where + " " + zh + "。", FILE + ", " + where + " " + en + ".");
    }
  }
}

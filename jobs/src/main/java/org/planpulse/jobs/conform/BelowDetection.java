package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What laboratories write for a concentration below the detection limit: {@code 0.05L}, {@code
 * <0.05}, or {@code ND} where the limit is that of the usual method. It counts half the limit.
 */
final class BelowDetection {

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern WITH_LIMIT =
      Pattern.compile("(?:<\\s*" + NUMBER + "|" + NUMBER + "\\s*\\(?[Ll]\\)?)");
  private static final Pattern WITHOUT = Pattern.compile("ND|N\\.D\\.|nd|未检出");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private BelowDetection() {}

  /**
   * @param usualLimit in the unit of the column
   * @return empty when the text is none of these
   */
  static Optional<NumberText> read(String raw, BigDecimal usualLimit) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    if (WITHOUT.matcher(text).matches()) {
      return Optional.of(half(usualLimit));
    }
    Matcher limit = WITH_LIMIT.matcher(text);
    return limit.matches()
        ? Optional.of(
            half(new BigDecimal(limit.group(1) == null ? limit.group(2) : limit.group(1))))
        : Optional.empty();
  }

  private static NumberText half(BigDecimal limit) {
    return new NumberText(limit.divide(TWO), ValueStatus.BELOW_DL, "");
  }
}

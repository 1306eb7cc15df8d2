package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the fields of a feature or record into silver columns as the contract says. A fault in a
 * column that must not be null rejects the row; in any other column the value is left out and a
 * doubt noted.
 */
final class FieldReader implements Serializable {

  /** What spreadsheets make of long codes; the last digits are lost. */
  private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

  private final Map<String, DataType> types = new HashMap<>();
  private final Set<String> notNull;

  /**
   * @param schema of the silver table
   * @param notNull its columns that must not be null
   */
  FieldReader(StructType schema, Set<String> notNull) {
    for (StructField field : schema.fields()) {
      types.put(field.name(), field.dataType());
    }
    this.notNull = notNull;
  }

  /**
   * Columns of the contract that silver does not have are read as text, for rules that need them.
   */
  void read(List<FieldSpec> fields, Map<String, String> texts, SilverRow row) {
    for (FieldSpec field : fields) {
      String text = texts.get(field.name());
      String stripped = text == null ? "" : text.strip();
      if (stripped.isEmpty()) {
        missing(field, row);
      } else {
        row.set(field.name(), value(field, stripped, row));
      }
    }
  }

  private void missing(FieldSpec field, SilverRow row) {
    if (!field.required()) {
      return;
    }
    Map<String, String> wording = Map.of("field", field.label(), "value", "");
    if (notNull.contains(field.name())) {
      row.reject("KEY_MISSING", field.label(), wording);
    } else {
      row.doubt("FIELD_MISSING", field.label(), wording);
    }
  }

  private Object value(FieldSpec field, String text, SilverRow row) {
    DataType type = types.getOrDefault(field.name(), DataTypes.StringType);
    if (type.equals(DataTypes.StringType)) {
      return code(field, text, row);
    }
    return type.equals(DataTypes.DateType)
        ? date(field, text, row)
        : number(field, text, type, row);
  }

  private String code(FieldSpec field, String text, SilverRow row) {
    boolean constrained = field.pattern() != null || field.codes() != null || field.unique();
    if (constrained && EXPONENT.matcher(text).matches()) {
      return fault("CODE_EXPONENT", field, text, row);
    }
    if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
      return fault("CODE_MALFORMED", field, text, row);
    }
    if (field.codes() != null && !field.codes().contains(text)) {
      return fault("CODE_UNKNOWN", field, text, row);
    }
    return text;
  }

  private Object date(FieldSpec field, String text, SilverRow row) {
    Optional<LocalDate> date = DateText.read(text);
    return date.isPresent() ? date.get() : fault("DATE_UNREADABLE", field, text, row);
  }

  private Object number(FieldSpec field, String text, DataType type, SilverRow row) {
    Optional<NumberText> number =
        NumberText.read(text).filter(read -> read.value() != null && read.suffix().isEmpty());
    if (number.isEmpty()) {
      return fault("NUMBER_UNREADABLE", field, text, row);
    }
    BigDecimal value = number.get().value();
    if (!field.plausible(value)) {
      return fault("VALUE_OUT_OF_RANGE", field, text, row);
    }
    return typed(value.multiply(field.toSi()), type);
  }

  /** The value of a measured item. A blank is missing; so is what cannot be read, with a doubt. */
  static NumberText measured(FieldSpec item, String text, SilverRow row) {
    String stripped = text == null ? "" : text.strip();
    String code = item.valueCodes().get(stripped);
    if (code != null) {
      return NumberText.of(ValueStatus.valueOf(code));
    }
    if (item.detectionLimit() != null) {
      Optional<NumberText> undetected = BelowDetection.read(stripped, item.detectionLimit());
      if (undetected.isPresent()) {
        return undetected.get();
      }
    }
    Optional<NumberText> number = NumberText.read(stripped).filter(read -> read.suffix().isEmpty());
    boolean usable =
        number.isPresent()
            && (number.get().value() == null || item.plausible(number.get().value()));
    if (!usable) {
      row.doubt("FIELD_UNREADABLE", item.label() + " " + stripped, wording(item, stripped));
      return NumberText.of(ValueStatus.MISSING);
    }
    return number.get();
  }

  private static Object typed(BigDecimal value, DataType type) {
    if (type instanceof DecimalType decimal) {
      return value.setScale(decimal.scale(), RoundingMode.HALF_UP);
    }
    return type.equals(DataTypes.IntegerType)
        ? (Object) value.setScale(0, RoundingMode.HALF_UP).intValue()
        : (Object) value.doubleValue();
  }

  private <T> T fault(String code, FieldSpec field, String text, SilverRow row) {
    Map<String, String> wording = wording(field, text);
    if (notNull.contains(field.name())) {
      row.reject(code, field.label() + " " + text, wording);
    } else {
      row.doubt("FIELD_UNREADABLE", field.label() + " " + text, wording);
    }
    return null;
  }

  private static Map<String, String> wording(FieldSpec field, String text) {
    return Map.of(
        "field", field.label(),
        "item", field.label(),
        "value", text,
        "minimum", Double.toString(field.minimum()),
        "maximum", Double.toString(field.maximum()));
  }
}

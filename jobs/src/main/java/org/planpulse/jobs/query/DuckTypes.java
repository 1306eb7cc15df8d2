package org.planpulse.jobs.query;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of Delta's types in DuckDB's SQL. */
final class DuckTypes {

  private static final Map<Class<? extends DataType>, String> NAMES =
      Map.ofEntries(
          Map.entry(StringType.class, "VARCHAR"),
          Map.entry(ByteType.class, "TINYINT"),
          Map.entry(ShortType.class, "SMALLINT"),
          Map.entry(IntegerType.class, "INTEGER"),
          Map.entry(LongType.class, "BIGINT"),
          Map.entry(FloatType.class, "FLOAT"),
          Map.entry(DoubleType.class, "DOUBLE"),
          Map.entry(BooleanType.class, "BOOLEAN"),
          Map.entry(BinaryType.class, "BLOB"),
          Map.entry(DateType.class, "DATE"),
          Map.entry(TimestampType.class, "TIMESTAMPTZ"),
          Map.entry(TimestampNTZType.class, "TIMESTAMP"));

  private DuckTypes() {}

  static String name(DataType type) {
    if (type instanceof DecimalType decimal) {
      return "DECIMAL(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
    }
    if (type instanceof ArrayType array) {
      return name(array.getElementType()) + "[]";
    }
    if (type instanceof MapType map) {
      return "MAP(%s, %s)".formatted(name(map.getKeyType()), name(map.getValueType()));
    }
    if (type instanceof StructType struct) {
      return struct.fields().stream()
          .map(field -> Sql.name(field.getName()) + " " + name(field.getDataType()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    String name = NAMES.get(type.getClass());
    if (name == null) {
      throw new IllegalArgumentException("the type " + type + " cannot be queried");
    }
    return name;
  }
}

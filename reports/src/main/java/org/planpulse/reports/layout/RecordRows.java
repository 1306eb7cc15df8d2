package org.planpulse.reports.layout;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;

/** Rows of a template: a field is the record component of the same name. */
public final class RecordRows implements JRDataSource {
  private final Iterator<? extends Record> rows;
  private Record row;

  public RecordRows(List<? extends Record> rows) {
    this.rows = rows.iterator();
  }

  @Override
  public boolean next() {
    boolean more = rows.hasNext();
    row = more ? rows.next() : null;
    return more;
  }

  @Override
  public Object getFieldValue(JRField field) throws JRException {
    try {
      Method accessor = row.getClass().getDeclaredMethod(field.getName());
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new JRException("no value for field " + field.getName() + " in " + row.getClass(), e);
    }
  }
}

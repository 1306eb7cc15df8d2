package org.planpulse.schemas.formula;

/** A formula that cannot be read, or whose units do not fit together. */
public final class FormulaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FormulaException(String message) {
    super(message);
  }
}

package org.planpulse.schemas;

import java.io.Serializable;

/** A text in Chinese and English. */
public record LocalText(String zh, String en) implements Serializable {

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}

package org.planpulse.schemas;

/** A text in Chinese and English. */
public record LocalText(String zh, String en) {

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}

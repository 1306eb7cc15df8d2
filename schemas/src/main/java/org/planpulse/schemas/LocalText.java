package org.planpulse.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A text in Chinese and English; both are required. */
public record LocalText(
    @JsonProperty(required = true) String zh, @JsonProperty(required = true) String en) {

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}

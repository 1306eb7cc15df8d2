package org.planpulse.reports.document;

import java.util.List;

/** Sentences below a heading, numbered where there are several kinds of them to refer to. */
public record Statements(String heading, List<String> sentences) implements Block {}

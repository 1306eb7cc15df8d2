package org.planpulse.reports.document;

/** One table, list or figure of a chapter, said once and written in every format. */
public sealed interface Block permits Table, Figure, Statements, LightCounts {}

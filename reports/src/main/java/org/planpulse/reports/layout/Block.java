package org.planpulse.reports.layout;

import java.util.List;
import java.util.Map;

/**
 * One table, list or set of figures of a chapter.
 *
 * @param template name of a file in the templates folder, without extension
 * @param parameters parameters of the template; rows come extra
 */
public record Block(
    String template, Map<String, Object> parameters, List<? extends Record> rows) {}

package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * How deliveries are judged.
 *
 * @param dueMonths months after the end of a year until its data are due, where the contract does
 *     not say
 * @param deductions points off the score for each issue, by severity
 */
public record DeliveryRules(
    @JsonProperty("due_months") int dueMonths, Map<String, Integer> deductions) {}

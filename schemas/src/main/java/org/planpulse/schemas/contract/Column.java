package org.planpulse.schemas.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One property of a contract.
 *
 * @param name canonical ASCII name: a silver column, or an item code for statistics and
 *     observations; a name that is neither is documented by the contract and not loaded
 * @param label the name the department prints, for messages
 * @param description what it is, in English
 * @param aliases every source header this column may come under, the label included, normalised
 *     when compared
 * @param logicalType ODCS logical type: string, number, integer, date
 * @param required whether a missing value is an issue
 * @param unique whether values must differ within a delivery
 * @param unit code in {@code codelists/units.yaml} the department usually delivers in; empty for
 *     texts and codes. A unit printed in the file wins over it.
 * @param item whether the column is a measured item (one silver row a value) and not a key
 * @param codelist name of the code list the values must come from
 * @param pattern regular expression the text must match
 * @param minimum smallest plausible value in {@code unit}
 * @param maximum largest plausible value in {@code unit}
 * @param detectionLimit of the usual method in {@code unit}; where there is one, {@code 0.05L},
 *     {@code <0.05} and {@code ND} stand for values below a limit
 * @param valueCodes raw texts that stand for a value status, e.g. {@code 32766 -> MISSING}
 */
public record Column(
    String name,
    String label,
    String description,
    List<String> aliases,
    String logicalType,
    boolean required,
    boolean unique,
    Optional<String> unit,
    boolean item,
    Optional<String> codelist,
    Optional<String> pattern,
    Optional<Double> minimum,
    Optional<Double> maximum,
    Optional<BigDecimal> detectionLimit,
    Map<String, String> valueCodes) {}

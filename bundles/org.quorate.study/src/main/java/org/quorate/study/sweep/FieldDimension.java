// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.FieldInfo;

/** What the values of a varied field measure, and in which base unit they are compared. */
public enum FieldDimension {
    /** Whole numbers. */
    COUNT,
    /** Numbers. */
    NUMBER,
    /** Fractions of 1; written as percent. */
    SHARE,
    /** Events a second. */
    RATE,
    /** Nanoseconds. For a distribution: its mean. */
    TIME,
    /** Bytes. For a distribution: their mean. */
    BYTES,
    /** Bits a second. */
    BANDWIDTH,
    /** No number: one of a few words, or a text. */
    WORDS;

    /**
     * Of the values of a field, by {@link FieldInfo#type()}; where that has units of several kinds (the limit of a target), by
     * the values.
     *
     * @param values as a user wrote them: a list with ranges in it
     */
    static FieldDimension of(FieldInfo field, String values) {
        return switch (field.type()) {
            case "whole number" -> COUNT;
            case "number" -> NUMBER;
            case "share" -> SHARE;
            case "frequency" -> RATE;
            case "time", "time or distribution of times" -> TIME;
            case "size", "size or distribution of sizes" -> BYTES;
            case "bandwidth" -> BANDWIDTH;
            default -> field.unit().isEmpty() ? WORDS : ofUnits(values);
        };
    }

    private static FieldDimension ofUnits(String values) {
        List<String> single = List.of(values.split("\\.\\.|,|:[ \t]*[0-9]+[ \t]*(,|$)"));
        return Stream.of(TIME, BYTES, RATE).filter(dimension -> single.stream()
                .anyMatch(value -> Amount.of(value).flatMap(dimension::base).isPresent())).findFirst().orElse(WORDS);
    }

    /** Units of one kind that can be converted exactly: a range may use two of them. */
    boolean convertible() {
        return this == TIME || this == BYTES || this == BANDWIDTH;
    }

    /** An amount in the base unit; nothing if it is not one of these. */
    Optional<BigDecimal> base(Amount amount) {
        String text = amount.quantity();
        try {
            return switch (this) {
                case COUNT, NUMBER -> amount.unit().isEmpty() ? Optional.of(amount.number()) : Optional.empty();
                case SHARE -> Optional.of(BigDecimal.valueOf(UnitFormat.parsePercent(text)));
                case RATE -> Optional.of(BigDecimal.valueOf(UnitFormat.parsePerSecond(text)));
                case TIME -> Optional.of(BigDecimal.valueOf(UnitFormat.parseTime(text).toNanos()));
                case BYTES -> Optional.of(BigDecimal.valueOf(UnitFormat.parseBytes(text).value()));
                case BANDWIDTH -> Optional.of(BigDecimal.valueOf(UnitFormat.parseBitRate(text).bitsPerSecond()));
                case WORDS -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A whole amount in the base unit as it is written; only for {@link #convertible} dimensions. */
    String written(BigDecimal base) {
        long amount = base.longValueExact();
        return switch (this) {
            case TIME -> UnitFormat.format(Duration.ofNanos(amount));
            case BYTES -> UnitFormat.format(new Bytes(amount));
            case BANDWIDTH -> UnitFormat.format(new BitRate(amount));
            default -> throw new IllegalStateException(this + " has no units to choose from");
        };
    }
}

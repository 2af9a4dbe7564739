// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * A field between two of its values, both included, for studies that choose values themselves. Immutable.
 *
 * <p>Values are numbers in the base unit of the dimension; what is written around them (a distribution) stays.
 */
public final class NumericField {

    /** Ends further apart than this factor are halved by factors, so that a search among 1 to 10,000 begins near 100. */
    private static final BigDecimal WIDE = BigDecimal.valueOf(4);
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    /** Most digits of a value in between, where it is not whole. */
    private static final int MOST_DIGITS = 9;
    /** The part around the middle in which a rounder number is taken. */
    private static final BigDecimal SLACK = new BigDecimal("0.12");

    private final ScenarioDocument document;
    private final Variation variation;
    private final Amount form;
    private final BigDecimal low;
    private final BigDecimal high;

    private NumericField(ScenarioDocument document, Variation variation, Amount form, BigDecimal low, BigDecimal high) {
        this.document = document;
        this.variation = variation;
        this.form = form;
        this.low = low;
        this.high = high;
    }

    /**
     * Reads {@code FIELD=LOW..HIGH}; the unit may stand behind the second number only.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static NumericField of(ScenarioDocument document, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || !ValueRange.looksLike(text.substring(equals))) {
            throw new IllegalArgumentException(UnitFormat.quote(text)
                    + " is not FIELD=LOW..HIGH (allowed: as in workload.phases[0].closed.threads=1..64)");
        }
        if (text.indexOf(':', equals) >= 0 || text.indexOf(',', equals) >= 0) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is not FIELD=LOW..HIGH (allowed: two values, without : and ,)");
        }
        Variation variation = ends(document, text);
        SweepField field = variation.field();
        if (field.numbers().size() != 2) {
            throw new IllegalArgumentException(field.path() + " is no number, of which there would be a largest (allowed: a field with"
                    + " numeric values)");
        }
        Amount form = Amount.of(field.values().get(0)).orElseThrow();
        BigDecimal low = field.dimension().base(form).orElseThrow();
        BigDecimal high = field.dimension().base(Amount.of(field.values().get(1)).orElseThrow()).orElseThrow();
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(field.path() + ": " + field.values().get(0) + " is not less than " + field.values().get(1)
                    + " (allowed: LOW..HIGH)");
        }
        return new NumericField(document, variation, form, low, high);
    }

    /** A range of two values is just what its ends are; only what is said of ranges would mislead here. */
    private static Variation ends(ScenarioDocument document, String text) {
        try {
            return Variation.of(document, text + ":2");
        } catch (IllegalArgumentException e) {
            if (e.getMessage().contains(ValueRange.FORM)) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " has no two numbers as its ends (allowed: FIELD=LOW..HIGH,"
                        + " as in workload.phases[0].duration=1 s..10 s)", e);
            }
            throw e;
        }
    }

    /** As the user wrote it. */
    public String path() {
        return variation.field().path();
    }

    /** What its values measure. */
    public FieldDimension dimension() {
        return variation.field().dimension();
    }

    /** The lower end. */
    public BigDecimal low() {
        return low;
    }

    /** The upper end. */
    public BigDecimal high() {
        return high;
    }

    /** As it is written in a scenario: {@code 12}, {@code 2.5 ms}, {@code exponential 2.5 ms}. */
    public String text(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return form.around(switch (dimension()) {
            case COUNT, NUMBER, WORDS -> plain.toPlainString();
            case SHARE -> UnitFormat.formatPercent(value.doubleValue());
            case RATE -> UnitFormat.formatPerSecond(value.doubleValue());
            case TIME, BYTES, BANDWIDTH -> dimension().written(value);
        });
    }

    /** Notes on what is changed beside the field, a sentence each. */
    public List<String> notes() {
        return variation.ofNodes() ? NodeCount.notes(document, high.intValueExact()) : List.of();
    }

    /** The field itself is at that place of a scenario, or among those. */
    public boolean at(String place) {
        return variation.places().contains(place);
    }

    /**
     * The document with that value.
     *
     * @throws IllegalArgumentException with a message for the user if it is not allowed there
     */
    public ScenarioDocument with(BigDecimal value) {
        List<String> values = List.of(text(value));
        ScenarioReading reading = VariedScenario.of(document, List.of(variation), values);
        return reading.document().orElseThrow(() -> new IllegalArgumentException(
                String.join("\n", VariedScenario.messages(reading, List.of(variation), values))));
    }

    /**
     * Reads a distance of two values, in a unit of the field or as a share of the value.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public Tolerance tolerance(String text) {
        Optional<Amount> amount = Amount.of(text).filter(read -> read.prefix().isEmpty() && read.suffix().isEmpty());
        Optional<BigDecimal> share = amount.filter(read -> dimension() != FieldDimension.SHARE).flatMap(FieldDimension.SHARE::base);
        Optional<BigDecimal> distance = share.isPresent() ? share : amount.flatMap(dimension()::base);
        if (distance.isEmpty() || distance.get().signum() <= 0 || share.isPresent() && share.get().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is no distance of two values of " + path()
                    + " (allowed: more than 0, in its unit" + (dimension() == FieldDimension.SHARE ? "" : ", or a share of the value as in 1 %")
                    + ")");
        }
        return new Tolerance(distance.get(), share.isPresent());
    }

    /**
     * How near two values need be.
     *
     * @param distance in the base unit, or a fraction of the larger value; more than 0
     * @param share    it is a fraction
     */
    public record Tolerance(BigDecimal distance, boolean share) {

        private boolean near(BigDecimal from, BigDecimal to) {
            BigDecimal allowed = share ? from.abs().max(to.abs()).multiply(distance) : distance;
            return to.subtract(from).compareTo(allowed) <= 0;
        }
    }

    /** About how often the field can be halved, for an estimate of the work. */
    public int halvings(Tolerance tolerance) {
        double width = high.subtract(low).doubleValue();
        double step = tolerance.distance().doubleValue() * (tolerance.share() ? high.doubleValue() : 1);
        double steps = width / (dimension() == FieldDimension.COUNT ? Math.max(1, step) : step);
        return (int) Math.ceil(Math.log(Math.max(2, steps)) / Math.log(2));
    }

    /** A round value about half way; nothing if the two are as near as the tolerance, or there is no value between them. */
    public Optional<BigDecimal> between(BigDecimal from, BigDecimal to, Tolerance tolerance) {
        if (tolerance.near(from, to)) {
            return Optional.empty();
        }
        BigDecimal middle = from.signum() > 0 && to.compareTo(from.multiply(WIDE)) > 0 ? from.multiply(to).sqrt(DIGITS)
                : from.add(to).divide(BigDecimal.valueOf(2), DIGITS);
        BigDecimal slack = to.subtract(from).multiply(SLACK).min(middle.subtract(from)).max(BigDecimal.ZERO);
        return Optional.of(round(middle, slack)).filter(value -> value.compareTo(from) > 0 && value.compareTo(to) < 0);
    }

    /** Whole where the base unit is not divided; bytes in powers of two, everything else with as few digits as the slack allows. */
    private BigDecimal round(BigDecimal middle, BigDecimal slack) {
        if (dimension() == FieldDimension.BYTES) {
            BigDecimal step = BigDecimal.valueOf(Math.max(1, Long.highestOneBit(slack.longValue())));
            return middle.divide(step, 0, RoundingMode.HALF_EVEN).multiply(step);
        }
        boolean whole = dimension() == FieldDimension.COUNT || dimension().convertible();
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.subtract(middle).abs().compareTo(slack) <= 0 && (!whole || rounded.stripTrailingZeros().scale() <= 0)) {
                return rounded;
            }
        }
        return whole ? middle.setScale(0, RoundingMode.FLOOR) : middle.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}

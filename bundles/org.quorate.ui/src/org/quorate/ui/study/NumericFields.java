// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.quorate.model.yaml.FieldInfo;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepSettings;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.Outline;
import org.quorate.ui.form.OutlineNode;

/** The fields of a scenario that have numbers and are worth varying, and values around the present ones. Thread-safe. */
final class NumericFields {

    /** The number of nodes, as studies name it. */
    static final String NODES = "nodes";

    private static final Set<String> NUMERIC = Set.of("whole number", "number", "share", "frequency", "time",
            "time or distribution of times",
            "size", "size or distribution of sizes", "bandwidth");
    /** How a study is made or what it is judged by, and what has no influence on figures. */
    private static final Set<String> OUT = Set.of("schemaVersion", "targets", "study", "application", "initialState");
    private static final String NODE_NUMBER = "cluster.nodes[].number";
    private static final Pattern AMOUNT = Pattern.compile("([A-Za-z]+ )?([0-9]+(?:\\.[0-9]+)?)( ?[A-Za-z%/]+)?");
    /** Times the present value: what a sweep tries, and how far a search goes; the first are among the second. */
    private static final List<String> NEAR = List.of("0.5", "1", "2", "4");
    private static final List<String> FAR = List.of("0.125", "0.25", "0.5", "1", "2", "4", "8", "16");
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]+)]");

    /**
     * A field.
     *
     * @param title of the field, for people
     * @param now   its value
     */
    record Numeric(String title, String now) {
    }

    private final ScenarioDocument document;
    private final Map<String, Numeric> fields = new LinkedHashMap<>();
    /** Allowed values around the present one, by path: to find them takes a moment each. */
    private final Map<String, Set<String>> proposed = new ConcurrentHashMap<>();

    NumericFields(ScenarioDocument document, FieldTitles titles) {
        this.document = document;
        fields.put(NODES, new Numeric(StudyMessages.Study_nodes, String.valueOf(document.scenario().cluster().nodes().size())));
        Outline outline = new Outline(titles);
        List<OutlineNode> places = outline.of(document).children().stream().filter(node -> !OUT.contains(node.path())).toList();
        // What is varied most often comes first.
        Stream.of("workload", "lun", "cluster", "fileSystems").forEach(first -> places.stream().filter(node -> node.path().equals(first))
                .forEach(node -> add(outline, titles, node)));
    }

    private void add(Outline outline, FieldTitles titles, OutlineNode node) {
        if (!node.present() && node.path().startsWith("workload.")) {
            // The load that the phase does not have: of two kinds it has one.
            return;
        }
        outline.singleFields(document, node.path()).stream().filter(field -> NUMERIC.contains(field.type())
                && !field.path().equals(NODE_NUMBER)).forEach(field -> add(titles, node.path(), field));
        // All nodes vary alike: one of them stands for all.
        node.children().stream().limit(node.path().equals("cluster.nodes") ? 1 : Integer.MAX_VALUE)
                .forEach(child -> add(outline, titles, child));
    }

    private void add(FieldTitles titles, String place, FieldInfo field) {
        String path = place + "." + field.name();
        String now = document.value(path).orElse(field.standard());
        if (AMOUNT.matcher(now).matches()) {
            fields.put(named(path), new Numeric(titles.title(field.path()), now));
        }
    }

    /** Items by name where that tells them apart; nodes all together. */
    private String named(String path) {
        if (path.startsWith("cluster.nodes[0].")) {
            return path.replace("[0]", "[]");
        }
        String named = path;
        Matcher index = INDEX.matcher(path);
        while (index.find()) {
            String item = path.substring(0, index.end());
            String name = Stream.of("label", "name", "type", "operation").flatMap(key -> name(item, key).stream()).findFirst()
                    .orElse(index.group(1));
            String shorter = named.replaceFirst(Pattern.quote(index.group()), Matcher.quoteReplacement("[" + name + "]"));
            named = meansOnly(shorter, path) ? shorter : named;
        }
        return named;
    }

    private Optional<String> name(String item, String key) {
        return document.has(item + "." + key) ? document.value(item + "." + key) : Optional.empty();
    }

    private boolean meansOnly(String named, String path) {
        try {
            return document.places(named).equals(List.of(path));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Their paths, as studies read them. */
    List<String> paths() {
        return List.copyOf(fields.keySet());
    }

    Optional<Numeric> find(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The load that the first phase has, else the first field that is not the number of nodes. */
    String usual() {
        return paths().stream().filter(path -> path.endsWith(".closed.threads") || path.endsWith(".open.rate")).findFirst()
                .orElse(paths().get(fields.size() > 1 ? 1 : 0));
    }

    /** Finds allowed values around the present one, which takes some tenths of a second once for a field: in a background thread. */
    void propose(String path, BooleanSupplier cancelled) {
        if (!proposed.containsKey(path)) {
            Set<String> allowed = new LinkedHashSet<>();
            for (String value : scaled(path, FAR)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (allows(path, value)) {
                    allowed.add(value);
                }
            }
            proposed.put(path, allowed);
        }
    }

    /** Three to four allowed values around the present one; empty if the field is not known, or before {@link #propose}. */
    String values(String path) {
        return String.join(", ", around(path, NEAR));
    }

    /** Ends of a range around the present value, allowed both; empty if the field is not known, or before {@link #propose}. */
    List<String> ends(String path) {
        List<String> values = around(path, FAR);
        return values.isEmpty() ? List.of("", "") : List.of(values.get(0), values.get(values.size() - 1));
    }

    private List<String> around(String path, List<String> factors) {
        Set<String> allowed = proposed.getOrDefault(path, Set.of());
        return scaled(path, factors).stream().filter(allowed::contains).toList();
    }

    private Set<String> scaled(String path, List<String> factors) {
        Set<String> values = new LinkedHashSet<>();
        find(path).map(field -> AMOUNT.matcher(field.now())).filter(Matcher::matches)
                .ifPresent(amount -> factors.forEach(factor -> values.add(scaled(amount, new BigDecimal(factor)))));
        return values;
    }

    private static String scaled(Matcher amount, BigDecimal factor) {
        BigDecimal number = new BigDecimal(amount.group(2));
        boolean whole = amount.group(3) == null && number.stripTrailingZeros().scale() <= 0;
        // Around nothing, the steps are units.
        BigDecimal scaled = number.signum() == 0 ? factor.setScale(0, RoundingMode.DOWN) : number.multiply(factor);
        BigDecimal value = whole ? scaled.setScale(0, RoundingMode.HALF_UP) : scaled;
        String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return given(amount.group(1)) + text + given(amount.group(3));
    }

    private static String given(String group) {
        return group == null ? "" : group;
    }

    private boolean allows(String path, String value) {
        // One node shares nothing: a study may be asked for it, but that is not proposed.
        if (path.equals(NODES) && value.equals("1")) {
            return false;
        }
        try {
            plan(path + "=" + value, () -> false);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Plans a study over one field alone, to see what is wrong with it.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    SweepPlan plan(String variation, BooleanSupplier cancelled) {
        return SweepPlan.of(document, List.of(variation), false, SweepSettings.NONE, cancelled);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;

/** Asks all rules. Immutable, thread-safe. */
public final class Adviser {

    private final List<Rule> rules;

    /** With the rules that are found by {@link ServiceLoader} beside {@link Rule}. */
    public Adviser() {
        // The loader of the bundle, not of the thread: on the desktop that is another one.
        this(ServiceLoader.load(Rule.class, Rule.class.getClassLoader()).stream().map(ServiceLoader.Provider::get).toList());
    }

    /** With these rules. */
    Adviser(List<Rule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparing((Rule rule) -> rule.about().severity())
                .thenComparing(rule -> rule.about().id())).toList();
    }

    /** What is known of the rules, the gravest first, then by id. */
    public List<RuleInfo> rules() {
        return rules.stream().map(Rule::about).toList();
    }

    /**
     * Asks every rule that can say something.
     *
     * @param scenario   any that can be read
     * @param comparison of this scenario; absent: rules that need one are skipped
     * @throws IllegalArgumentException if the comparison is one of another scenario
     */
    public Advice advise(Scenario scenario, Optional<Comparison> comparison) {
        comparison.filter(run -> !run.origin().scenario().equals(scenario.name())).ifPresent(run -> {
            throw new IllegalArgumentException("the comparison is of " + run.origin().scenario() + ", the scenario is " + scenario.name());
        });
        Context context = new Context(scenario, comparison);
        List<Finding> findings = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.about().needsRun() && comparison.isEmpty()) {
                skipped.add(rule.about().id());
            } else {
                findings.addAll(rule.check(context));
            }
        }
        // A stable sort: findings of one rule stay in the order of the scenario.
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        return new Advice(Advice.FORMAT, scenario.name(), scenario.title(), comparison.map(Comparison::origin), findings, skipped);
    }
}

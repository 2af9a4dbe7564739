// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.advice.Advice;
import org.quorate.advice.Adviser;
import org.quorate.advice.RuleInfo;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.provision.Provisioning;
import org.quorate.report.AdviceBlocks;
import org.quorate.report.Cases;
import org.quorate.report.Designs;
import org.quorate.report.FailureReport;
import org.quorate.report.Reports;
import org.quorate.report.Samples;
import org.quorate.report.ScenarioBlocks;
import org.quorate.report.WorkloadBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Language;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.language.ScenarioNames;
import org.quorate.report.language.Translator;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.failure.FailureStudy;
import org.quorate.study.result.Comparison;

/** Nothing of a German report stays English: every rule, every kind of failure on every stack, every platform. */
class GermanReportsTest {

    /** Words of the made-up comparisons that no study says. */
    private static final Set<String> MADE_UP = Set.of("node1 network", "Tie",
            "There is no significant difference in latency or in lock memory.");

    /** Texts without a translation, with what they are of. */
    private final Map<String, String> missed = new LinkedHashMap<>();

    private Translator german(Scenario scenario, String where) {
        return Translator.of(Language.GERMAN).naming(ScenarioNames.of(scenario)).telling(text -> missed.putIfAbsent(text, where));
    }

    private void translate(Scenario scenario, String where, List<Block> blocks) {
        german(scenario, where).blocks(blocks);
    }

    private static String list(Map<String, String> missed) {
        return missed.entrySet().stream().map(entry -> entry.getKey() + "   [" + entry.getValue() + "]").collect(Collectors.joining("\n"));
    }

    @Test
    void everyCaseOfAComparison() throws IOException {
        for (Map.Entry<String, Comparison> tried : Cases.all().entrySet()) {
            if (!tried.getKey().equals("hostile")) {
                Comparison comparison = tried.getValue();
                ReportDocument english = Reports.document(comparison);
                Set<String> names = new HashSet<>(comparison.origin().nodes());
                names.addAll(MADE_UP);
                names.add(comparison.origin().title());
                comparison.contenders().forEach(contender -> {
                    names.add(contender.label());
                    contender.phases().forEach(phase -> names.add(phase.phase()));
                });
                Translator.of(Language.GERMAN).naming(names).telling(text -> missed.putIfAbsent(text, tried.getKey())).document(english);
            }
        }
        assertEquals("", list(missed));
    }

    /** What the rules say without a run, and what the scenario is. */
    @Test
    void everyRuleAndEveryDesign() throws IOException {
        Set<String> rules = new HashSet<>();
        for (Designs.Design design : Designs.all()) {
            Scenario scenario = design.scenario();
            Advice advice = new Adviser().advise(scenario, Optional.empty());
            advice.findings().forEach(finding -> rules.add(finding.rule()));
            translate(scenario, "advice", new AdviceBlocks(advice).blocks());
            translate(scenario, "scenario", new ScenarioBlocks(scenario).blocks());
            translate(scenario, "workload", new WorkloadBlocks(scenario).blocks());
            translate(scenario, "cluster", new ClusterChapter(scenario).blocks());
        }
        assertEquals("", list(missed));
        assertEquals(Set.of(), new Adviser().rules().stream().filter(rule -> !rule.needsRun()).map(RuleInfo::id)
                .filter(id -> !rules.contains(id)).collect(Collectors.toSet()), "rules that were not tried");
    }

    @Test
    void everyChapterWithFiguresOfARun() throws IOException {
        Set<String> rules = new HashSet<>();
        for (Designs.Design design : Designs.all().stream().filter(Designs.Design::run).toList()) {
            Scenario scenario = design.scenario();
            Comparison run = new ComparisonStudy(ClusterRun::run, KernelProfiles::named, 2, "test", () -> 0).compare(scenario,
                    (done, total, message) -> {
                        // nobody watches
                    }, () -> false);
            new Adviser().advise(scenario, Optional.of(run)).findings().forEach(finding -> rules.add(finding.rule()));
            ReportDocument english = Sizings.document(Sizings.of(scenario, run));
            german(scenario, "sizing").document(unnumbered(english));
        }
        assertEquals("", list(missed));
        assertEquals(Set.of(), new Adviser().rules().stream().filter(RuleInfo::needsRun).map(RuleInfo::id)
                .filter(id -> !rules.contains(id)).collect(Collectors.toSet()), "rules that were not tried");
    }

    /** Chapters are translated before they are numbered. */
    private static ReportDocument unnumbered(ReportDocument numbered) {
        List<Block> blocks = numbered.blocks().stream().map(block -> block instanceof Heading heading
                ? new Heading(heading.level(), heading.id(), heading.text().replaceFirst("^[\\d.]+ ", "")) : block)
                .toList();
        return new ReportDocument(numbered.title(), numbered.subtitle(), numbered.about(), blocks);
    }

    @Test
    void everyKindOfFailureOnEveryStack() throws IOException {
        FailureStudy study = new FailureStudy("1");
        List<Designs.Design> designs = Designs.all();
        for (Designs.Design design : designs) {
            Scenario scenario = design.scenario();
            // Another workload fails the same way.
            if (design != designs.get(0) && !scenario.workload().equals(designs.get(0).scenario().workload())) {
                continue;
            }
            for (FailureKind kind : FailureKind.values()) {
                for (Optional<Duration> duration : List.of(Optional.<Duration>empty(), Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(90)))) {
                    plan(scenario, kind, duration).ifPresent(plan -> {
                        ReportDocument english = FailureReport.document(study.play(plan, () -> false), Reports.context());
                        german(scenario, kind.word()).document(english);
                    });
                }
            }
        }
        assertEquals("", list(missed));
    }

    private static Optional<FailurePlan> plan(Scenario scenario, FailureKind kind, Optional<Duration> duration) {
        try {
            return Optional.of(FailurePlan.of(scenario, kind, Optional.empty(), duration, 3));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // this kind does not end, or happens to several nodes
        }
    }

    /** Steps and refusals, with each operating system and each way of fencing. */
    @Test
    void everyPlatformAndRefusal() throws IOException {
        for (Designs.Design design : Designs.all()) {
            scripts(design.scenario());
        }
        for (OsRelease os : OsRelease.values()) {
            for (String agent : Stream.of(Fencing.Agent.values()).map(agent -> agent.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList()) {
                for (String fileSystems : List.of("[{type: ocfs2}, {type: gfs2}]", "[{type: ocfs2, stack: pcmk}]")) {
                    scripts(Designs.with("cluster.os=" + os.id() + " | fileSystems=" + fileSystems + " | cluster.fencing={agent: " + agent + "} | "
                            + "lun.wwid=36001405a1b2c3d4e5f60718293a4b5c6 | lun.iqn=iqn.2024-01.net.example:data").scenario());
                }
            }
        }
        assertEquals("", list(missed));
    }

    private void scripts(Scenario scenario) {
        for (FileSystemSpec spec : scenario.fileSystems()) {
            translate(scenario, scenario.cluster().os().id(), new ScriptsChapter(List.of(new SizingResults.Scripts(spec.label(),
                    Provisioning.plan(scenario, spec.label())))).blocks());
        }
    }

    /** With scripts, sweeps, maps, a search, inputs that were moved, and a node less. */
    @Test
    void everyChapterOfASample() throws IOException {
        SizingResults usual = Sizings.webSessions();
        SizingResults full = Sizings.with(Sizings.with(usual, usual.comparison(), Optional.of(usual.comparison()), Optional.of(Samples.search()),
                Optional.of(SummaryChapterTest.sensitivity("ocfs2", "gfs2"))), List.of(Samples.sweep()), List.of(Samples.map()));
        Set<String> names = new HashSet<>(ScenarioNames.of(full.scenario()));
        names.addAll(Samples.NAMES);
        names.addAll(MADE_UP);
        Translator.of(Language.GERMAN).naming(names).telling(text -> missed.putIfAbsent(text, "sample"))
                .document(unnumbered(Sizings.document(full)));
        assertEquals("", list(missed));
    }

    /** Also those that no plan of a test has. */
    @Test
    void everyStepThatThereIs() throws IOException {
        Translator german = Translator.of(Language.GERMAN).telling(text -> missed.putIfAbsent(text, "step"));
        int steps = 0;
        try (Stream<Path> files = Files.list(Path.of("..", "org.quorate.provision", "src", "main", "resources", "org", "quorate", "provision",
                "steps"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sh")).sorted().toList()) {
                List<String> head = new ArrayList<>(Files.readAllLines(file).stream().takeWhile(line -> line.startsWith("# ")).toList());
                for (String key : List.of("# title: ", "# why: ", "# takes: ")) {
                    german.text(head.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()))
                            .collect(Collectors.joining(" ")));
                }
                steps++;
            }
        }
        assertTrue(steps > 50, steps + " steps");
        assertEquals("", list(missed));
    }
}

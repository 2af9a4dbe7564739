// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.site.Site;

/**
 * Every single fault of the catalogue is found: by {@link ExportCheck}, by the real tools, or by both, and by each of those
 * that the catalogue names. Writes who found what to {@code target/mutants.txt}.
 */
class MutationTest {

    private static final int LEAST_KINDS = 150;

    private final Map<String, ProvisioningPlan> plans = new HashMap<>();
    private final Map<String, Site> sites = new HashMap<>();

    MutationTest() {
        for (Map.Entry<String, Scenario> base : Mutations.bases().entrySet()) {
            String label = base.getKey().replaceAll("-.*", "");
            FileSystemSpec spec = base.getValue().fileSystems().stream().filter(s -> s.label().equals(label)).findFirst().orElseThrow();
            plans.put(base.getKey(), Scenarios.plan(base.getValue(), label));
            sites.put(base.getKey(), Site.of(base.getValue(), spec));
        }
    }

    @Test
    void everyFaultIsFound(@TempDir Path dir) throws Exception {
        List<Mutation> mutations = Mutations.all();
        assertTrue(mutations.stream().map(Mutation::kind).distinct().count() >= LEAST_KINDS);
        assertEquals(mutations.size(), mutations.stream().map(Mutation::kind).distinct().count(), "two kinds have one name");
        plans.forEach((base, plan) -> assertEquals(List.of(), ExportCheck.faults(sites.get(base), plan.files()), base));
        Map<String, Set<String>> caught = byTools(mutations, dir);
        List<String> table = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            Mutation mutation = mutations.get(i);
            Set<String> by = caught.getOrDefault("m" + i, new TreeSet<>());
            List<String> faults = ExportCheck.faults(sites.get(mutation.base()), mutation.apply(plans.get(mutation.base()).files()));
            if (!faults.isEmpty()) {
                by.add("ExportCheck");
            }
            table.add("%-45s %-16s %s".formatted(mutation.kind(), mutation.base(), String.join(" ", by)));
            Set<String> expected = new TreeSet<>(mutation.tools());
            if (mutation.own()) {
                expected.add("ExportCheck");
            }
            if (by.isEmpty() || !by.containsAll(expected)) {
                missed.add(mutation.kind() + ": found by " + by + ", not by all of " + expected);
            }
        }
        Files.write(Path.of("target", "mutants.txt"), table);
        assertEquals(List.of(), missed);
    }

    /** The tools' findings in one run of the root, by the name of the mutant's directory. */
    private Map<String, Set<String>> byTools(List<Mutation> mutations, Path dir) throws Exception {
        DebianRoot.copy("check-exports.sh", dir);
        Path mutants = Files.createDirectories(dir.resolve("mutants"));
        Map<String, Set<String>> used = new HashMap<>();
        for (int i = 0; i < mutations.size(); i++) {
            Mutation mutation = mutations.get(i);
            if (!mutation.tools().isEmpty()) {
                write(mutation.apply(plans.get(mutation.base()).files()), mutants, "m" + i, mutation.tools(), mutation.path());
                used.computeIfAbsent(mutation.base(), b -> new TreeSet<>()).addAll(mutation.tools());
            }
        }
        for (Map.Entry<String, Set<String>> base : used.entrySet()) {
            write(plans.get(base.getKey()).files(), mutants, "control-" + base.getKey(), List.copyOf(base.getValue()), "node.sh");
        }
        DebianRoot.Result result = DebianRoot.run(dir, "check-mutants.sh");
        Map<String, Set<String>> caught = new HashMap<>();
        for (String line : result.output().lines().filter(l -> l.startsWith("caught ")).toList()) {
            String[] words = line.split(" ");
            caught.computeIfAbsent(words[1], n -> new TreeSet<>()).add(words[2]);
        }
        for (Map.Entry<String, Set<String>> base : used.entrySet()) {
            for (String tool : base.getValue()) {
                assertTrue(result.output().contains("used control-" + base.getKey() + " " + tool + "\n"), tool + " was not used\n" + result.output());
            }
        }
        assertFalse(caught.keySet().stream().anyMatch(name -> name.startsWith("control-")), "an export without a fault fails:\n" + result.output());
        return caught;
    }

    private static void write(List<GeneratedFile> files, Path mutants, String name, List<String> tools, String changed) throws IOException {
        // As the writer would, but without its own guards against what is put in here.
        for (GeneratedFile file : files) {
            Path path = mutants.resolve(name).resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
        Files.writeString(mutants.resolve(name + ".tools"), String.join(" ", tools));
        boolean script = changed.endsWith(".sh");
        Files.writeString(mutants.resolve(name + ".scripts"), script ? "./" + changed + "\n" : "./rollback.sh\n");
    }
}

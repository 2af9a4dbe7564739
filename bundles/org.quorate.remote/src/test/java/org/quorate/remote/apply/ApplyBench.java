// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.Provisioning;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Target;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.sshj.SshjConnector;

/** What the checks of {@link ApplyHosts} work with: nodes, plans whose steps count and take their time, and a run of the engine. */
class ApplyBench {

    static final String SECRET = "s3cret of 14 c";
    /** Changes are counted in a file that no step knows; a slow one can be cut in its middle. */
    static final String COUNTED = "hosts_act() {\n    echo act >>/var/changes\n    for k in {1..%d}; do echo \"line $k\"; sleep 0.1; done\n";

    final Path folder;
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<Confirmations.Question> asked = new ArrayList<>();
    final Connector real = new SshjConnector(unknown -> true, wanted -> Optional.of(new Secret("pass 'word\"1".toCharArray())));
    String user = "root";
    String who = "tester";

    ApplyBench(Path folder) {
        this.folder = folder;
    }

    /** What a check does. */
    interface Check {
        void run() throws Exception;
    }

    static void clear(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> all = Files.list(directory)) {
                for (Path path : all.toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    Target target(int node, String login) {
        return new Target("node" + node, "198.51.100." + node, 22, login, "198.51.100." + node, List.of(folder.resolve("user1")), false, Optional.empty(),
                List.of(folder.resolve("known_hosts")), false, false, Target.Limits.DEFAULT, List.of());
    }

    String on(int node, String script) throws IOException {
        try (RemoteShell shell = real.connect(target(node, "root"), () -> false)) {
            return shell.run(Command.of("sh", "-c", script)).out().text();
        }
    }

    ProvisioningPlan plan() throws IOException {
        String text = Files.readString(folder.resolve("scenario.yaml")).replace("192.168.1.10", "198.51.100.").replace("ubuntu-22.04", "debian-12");
        Scenario scenario = ScenarioReader.read("scenario.yaml", text).document().orElseThrow().scenario();
        return (ProvisioningPlan) Provisioning.plan(scenario, "ocfs2");
    }

    /** With another text in node.sh. */
    static ProvisioningPlan edited(ProvisioningPlan plan, String from, String to) {
        List<GeneratedFile> files = new ArrayList<>();
        for (GeneratedFile file : plan.files()) {
            boolean script = file.path().equals("node.sh");
            assertTrue(!script || file.content().contains(from), "node.sh has no more: " + from);
            files.add(script ? GeneratedFile.script("node.sh", file.content().replace(from, to)) : file);
        }
        return plan.rendered(Checksums.added(files), plan.orderOfWork());
    }

    ProvisioningPlan slow(int tenths) throws IOException {
        return edited(plan(), "hosts_act() {\n", String.format(COUNTED, tenths));
    }

    ApplyJob job(ProvisioningPlan plan, Verb verb, boolean resume, String... only) {
        return new ApplyJob(plan, verb, List.of(only), resume, 3, folder.resolve("audit"));
    }

    ApplyResult run(ApplyJob job) throws IOException {
        return run(job, real, answers(), Duration.ofSeconds(60));
    }

    Confirmations answers() {
        return question -> {
            asked.add(question);
            return Optional.of(question.word());
        };
    }

    ApplyResult run(ApplyJob job, Connector connector, Confirmations confirmations, Duration patience) throws IOException {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (int node = 1; node <= 3; node++) {
            targets.put("node" + node, target(node, user));
        }
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.put("CHAP_SECRET", SECRET);
        return new Applier(new Applier.Who(who, "here", "quorate test"), Clock.systemUTC(), environment, patience)
                .run(job, targets, connector, confirmations, listener(), () -> told.contains("interrupt"));
    }

    ApplyListener listener() {
        return new ApplyListener() {
            @Override
            public void stepBegan(String node, String step) {
                told.add("began " + step + " " + node);
            }

            @Override
            public void line(String node, String step, String text) {
                told.add(node + ": " + text);
            }

            @Override
            public void stepEnded(StepOutcome outcome) {
                told.add("ended " + outcome);
            }

            @Override
            public void remark(String node, String text) {
                told.add("remark " + node + ": " + text);
            }
        };
    }

    /** Waits, in a thread beside a run, until something was told, and does something then. */
    Thread when(Predicate<String> text, Check what) {
        Thread thread = new Thread(() -> {
            try {
                while (told.stream().noneMatch(text)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                what.run();
            } catch (Exception e) {
                told.add("the other thread failed: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static StepState state(ApplyResult result, String step, String node) {
        return result.steps().stream().filter(outcome -> outcome.step().equals(step) && outcome.node().equals(node)).findFirst().orElseThrow().state();
    }

    static void assertAll(StepState state, ApplyResult result) {
        assertTrue(result.steps().stream().allMatch(outcome -> outcome.state() == state), result.toString());
    }

    void assertChanges(int number) throws IOException {
        for (int node = 1; node <= 3; node++) {
            assertEquals("act\n".repeat(number), on(node, "cat /var/changes 2>/dev/null || true"), "node" + node);
        }
    }

    List<JsonNode> log(ApplyResult result) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(result.audit()))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    static long count(List<JsonNode> lines, String event, String step) {
        return lines.stream().filter(line -> line.path("event").asText().equals(event) && line.path("step").asText().equals(step)).count();
    }
}

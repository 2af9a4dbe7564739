// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.apply.FormerRun.Begun;

/** The log of a run is written and read by different code; what one says the other has to understand. */
class FormerRunTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);
    private static final String NAME = "webcluster-20261128-210000000-0a1b2c";

    private static final String R1 = "20261128-200000000-0a1b2c";
    private static final String R2 = "20261128-210000000-0a1b2c";

    @TempDir
    private Path folder;

    private static Begun begun(String step, String node) {
        return new Begun(R1, step, node, Verb.APPLY, "001-" + step, "boot");
    }

    private static StepOutcome outcome(Begun begun, StepState state) {
        return new StepOutcome(begun.step(), begun.node(), state, state == StepState.DONE ? OptionalInt.of(0) : OptionalInt.empty(), 1.5, List.of("    done"));
    }

    private Path written(List<Begun> open) throws IOException {
        try (Audit audit = Audit.begin(folder.resolve("logs"), NAME, CLOCK)) {
            audit.write("run", Map.of("format", Audit.FORMAT, "run", R1, "verb", "apply", "scenarioSha256", "abc"));
            StepLog log = new StepLog(audit);
            log.begin(begun("hosts", "n1"), false);
            log.end(begun("hosts", "n1"), outcome(begun("hosts", "n1"), StepState.DONE), false);
            log.begin(begun("hosts", "n2"), false);
            log.end(begun("hosts", "n2"), outcome(begun("hosts", "n2"), StepState.UNKNOWN), false);
            for (Begun other : open) {
                log.begin(other, false);
            }
            log.calls("secrets").begin("call.x", "n1", "bash -c $'cat >/etc/quorate/secrets/.new\\n'  and more words to come");
            log.calls("secrets").begin("call.y", "n1", "env CONFIRM_WWID= bash -c $'set -e\\n bash node.sh' quorate plan --as n1 hosts ");
            return Path.of(audit.place());
        }
    }

    @Test
    void whatHasNoEndIsUnknownAndWhatIsDoneIsDone() throws IOException {
        Path log = written(List.of(begun("sysctl", "n1")));
        FormerRun run = FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow();
        assertEquals(log, run.file().toAbsolutePath());
        assertEquals(List.of(begun("hosts", "n2"), begun("sysctl", "n1")), run.unknown());
        assertEquals(Set.of(), run.takenBack(), "nothing was");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log.getParent())));
        String text = Files.readString(log);
        assertTrue(text.contains("\"command\":\"node.sh plan --as n1 hosts\""), text);
        assertTrue(text.contains("2026-11-28T21:00:00Z") && !text.contains("words to come"), text);
        assertEquals(Optional.empty(), FormerRun.last(folder.resolve("logs"), "web"));
        assertEquals(Optional.empty(), FormerRun.last(folder.resolve("none"), "webcluster"));
    }

    @Test
    void anotherRunClearsUpWhatOneLeft() throws IOException {
        written(List.of());
        try (Audit audit = Audit.begin(folder.resolve("logs"), NAME.replace("210000000", "220000000"), CLOCK)) {
            audit.write("run", Map.of("format", Audit.FORMAT, "run", R2, "verb", "apply", "scenarioSha256", "abc"));
            StepLog log = new StepLog(audit);
            log.begin(begun("hosts", "n2"), true);
            assertEquals(List.of(begun("hosts", "n2")), FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow().unknown(), "with its own run");
            log.end(begun("hosts", "n2"), outcome(begun("hosts", "n2"), StepState.DONE), true);
        }
        assertEquals(List.of(), FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow().unknown());
    }

    @Test
    void whatARunResumesIsKnownFromItsFirstLineOn() throws IOException {
        Begun undo = new Begun(R1, "sysctl", "n1", Verb.UNDO, "002-sysctl", "boot");
        try (Audit audit = Audit.begin(folder.resolve("logs"), NAME, CLOCK)) {
            audit.write("run", Map.of("format", Audit.FORMAT, "run", R2, "verb", "undo", "unknown", List.of(StepLog.begun(begun("hosts", "n2"), true),
                    StepLog.begun(begun("hosts", "n3"), true)), "takenBack", List.of("secrets (here)", "sysctl n1")));
            FormerRun first = FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow();
            assertEquals(List.of(begun("hosts", "n2"), begun("hosts", "n3")), first.unknown());
            assertEquals(Set.of("secrets (here)", "sysctl n1"), first.takenBack());
            StepLog log = new StepLog(audit);
            log.begin(begun("hosts", "n2"), true);
            log.end(begun("hosts", "n2"), outcome(begun("hosts", "n2"), StepState.DONE), true);
            log.begin(undo, false);
            FormerRun second = FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow();
            assertEquals(List.of(begun("hosts", "n3"), new Begun(R2, "sysctl", "n1", Verb.UNDO, "002-sysctl", "boot")), second.unknown());
            assertEquals(Set.of("secrets (here)"), second.takenBack(), "what begins again is not taken back any more");
            log.end(undo, outcome(undo, StepState.DONE), false);
        }
        assertEquals(Set.of("secrets (here)", "sysctl n1"), FormerRun.last(folder.resolve("logs"), "webcluster").orElseThrow().takenBack());
    }

    @Test
    void aNameThatWouldLeadElsewhereOnANodeIsNone() throws IOException {
        for (String[] names : new String[][] {{"../../etc", "001-hosts"}, {"", "001-hosts"}, {R1 + "/..", "001-hosts"}, {R1, "../x"}, {R1, ""}}) {
            Begun foreign = new Begun(names[0], "hosts", "n1", Verb.APPLY, names[1], "boot");
            Path log = folder.resolve("log");
            Files.writeString(log, new ObjectMapper().writeValueAsString(Map.of("event", "run", "format", Audit.FORMAT, "run", R2, "verb", "apply", "unknown",
                    List.of(StepLog.begun(foreign, true)))) + "\n");
            String message = assertThrows(IOException.class, () -> FormerRun.read(log), names[0] + " " + names[1]).getMessage();
            assertTrue(message.contains("is damaged"), message);
        }
    }

    @Test
    void aLineThatWasCutOffIsNoneAndOneThatIsDamagedIsToldSo() throws IOException {
        Path log = written(List.of());
        Files.writeString(log, "{\"number\":9,\"event\":\"begin\",\"step\":\"sys", StandardOpenOption.APPEND);
        assertEquals(List.of(begun("hosts", "n2")), FormerRun.read(log).orElseThrow().unknown());
        Files.writeString(log, "\n{\"number\":10}\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(IOException.class, () -> FormerRun.read(log)).getMessage().contains("damaged in line"));
        assertThrows(FileAlreadyExistsException.class, () -> written(List.of()), "a log is never written over");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertEquals(Optional.empty(), FormerRun.read(empty));
    }
}

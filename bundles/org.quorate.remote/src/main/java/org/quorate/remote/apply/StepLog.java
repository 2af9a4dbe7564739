// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.remote.Visible;

/** Says in the audit log what steps begin and how they end. Thread-safe. */
final class StepLog {

    private static final int MOST_WORDS = 5;
    private static final int MOST_CHARACTERS = 120;
    private static final int MOST_LINE = 400;
    /** How provision.sh calls node.sh on a node. */
    private static final Pattern NODE_CALL = Pattern.compile("(?s).* quorate ([a-z_]+) --as ([A-Za-z0-9.-]+)((?: [A-Za-z0-9_-]+)*) *");

    private final Audit audit;

    StepLog(Audit audit) {
        this.audit = audit;
    }

    /** @param former a former run has begun it, and it is looked at again */
    void begin(FormerRun.Begun begun, boolean former) throws IOException {
        audit.write("begin", begun(begun, former));
    }

    void end(FormerRun.Begun begun, StepOutcome outcome, boolean former) throws IOException {
        Map<String, Object> values = values(begun, former);
        values.put("state", outcome.state().name());
        values.put("code", outcome.code().isPresent() ? outcome.code().getAsInt() : null);
        values.put("seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
        values.put("words", outcome.words().stream().map(line -> shortened(line, MOST_LINE)).toList());
        audit.write("end", values);
    }

    /** What is said of something that has begun. */
    static Map<String, Object> begun(FormerRun.Begun begun, boolean former) {
        Map<String, Object> values = values(begun, former);
        values.put("boot", begun.boot());
        return values;
    }

    private static Map<String, Object> values(FormerRun.Begun begun, boolean former) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("step", begun.step());
        values.put("node", begun.node());
        values.put("verb", begun.verb().word());
        values.put("place", begun.place());
        if (former) {
            values.put("of", begun.run());
        }
        return values;
    }

    /** For what a step of this machine runs on nodes. */
    Bridge.Calls calls(String step) {
        return new Bridge.Calls() {
            @Override
            public void begin(String call, String node, String line) throws IOException {
                audit.write("call", Map.of("step", step, "call", call, "node", node, "command", command(line)));
            }

            @Override
            public void end(String call, String node, int code, double seconds) throws IOException {
                audit.write("called", Map.of("step", step, "call", call, "node", node, "code", code, "seconds", Math.round(seconds * 1000) / 1000.0));
            }
        };
    }

    /** What is run, in its first words. */
    private static String command(String line) {
        Matcher nodeCall = NODE_CALL.matcher(line);
        if (nodeCall.matches()) {
            return "node.sh " + nodeCall.group(1) + " --as " + nodeCall.group(2) + nodeCall.group(3);
        }
        String[] words = Visible.text(line.strip()).split("\\s+", MOST_WORDS + 1);
        String first = String.join(" ", Arrays.copyOf(words, Math.min(words.length, MOST_WORDS)));
        return shortened(first, MOST_CHARACTERS) + (words.length > MOST_WORDS ? " …" : "");
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}

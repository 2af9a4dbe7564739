// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.provision.plan.Part;
import org.quorate.provision.plan.Step;
import org.quorate.provision.text.Resources;

/**
 * Reads the steps that are this bundle's resources. A step's file is bash: comment lines {@code # key: value}
 * (title, where, risk, why, takes, plain: who types the plain commands if not where), then the functions check, guard, act, verify and undo, and what they are as plain
 * commands (plain_look, plain_act, plain_verify, plain_undo), each opened by {@code name() {} and closed by a brace in the
 * first column. A line {@code @use NAME WORD@} stands for the lines of {@code plain/NAME.txt}, with WORD for its
 * {@code @PART@}: what several steps have in common. Thread-safe.
 */
final class StepLibrary {

    private static final Pattern USE = Pattern.compile(" *@use ([a-z-]+)(?: ([a-z/.]+))?@");

    private StepLibrary() {
    }

    static Step step(String id) {
        Map<String, List<String>> header = new HashMap<>();
        Map<String, List<String>> bodies = new HashMap<>();
        List<String> body = null;
        for (String line : Resources.text("steps/" + id + ".sh").split("\n")) {
            if (body == null && line.startsWith("# ")) {
                int colon = line.indexOf(": ");
                header.computeIfAbsent(line.substring(2, colon), k -> new ArrayList<>()).add(line.substring(colon + 2));
            } else if (body == null && line.endsWith("() {")) {
                body = new ArrayList<>();
                if (bodies.put(line.substring(0, line.length() - "() {".length()), body) != null) {
                    throw new IllegalStateException("a step says twice: " + line);
                }
            } else if (line.equals("}")) {
                body = null;
            } else if (body != null) {
                body.addAll(lines(line));
            }
        }
        header.putIfAbsent("takes", List.of("seconds"));
        String where = constant(one(header, "where"));
        Step.Where typed = Step.Where.valueOf(header.containsKey("plain") ? constant(one(header, "plain")) : where);
        return new Step(id, one(header, "title"), Step.Where.valueOf(where),
                Step.Risk.valueOf(constant(one(header, "risk"))), one(header, "why"), one(header, "takes"),
                text(bodies, "check"), text(bodies, "guard"), parts(bodies.getOrDefault("act", List.of())),
                text(bodies, "verify"), text(bodies, "undo"), new Step.Plain(typed, text(bodies, "plain_look"),
                        text(bodies, "plain_act"), text(bodies, "plain_verify"), text(bodies, "plain_undo")));
    }

    private static List<String> lines(String line) {
        if (!line.strip().startsWith("@use ")) {
            return List.of(line);
        }
        Matcher use = USE.matcher(line);
        if (!use.matches()) {
            throw new IllegalStateException("a step uses what cannot be read: " + line);
        }
        String common = Resources.text("steps/plain/" + use.group(1) + ".txt");
        if (common.contains("@PART@") != (use.group(2) != null)) {
            throw new IllegalStateException("a step must say for which part, or not: " + line);
        }
        return common.replace("@PART@", use.group(2) == null ? "" : use.group(2)).lines().toList();
    }

    /** Lines that are typed, each its own part; the shell between them. */
    private static List<Part> parts(List<String> body) {
        List<Part> parts = new ArrayList<>();
        StringBuilder shell = new StringBuilder();
        for (String line : body) {
            Optional<Part> typed = Part.of(line);
            if (typed.isPresent()) {
                addShell(parts, shell);
                parts.add(typed.get());
            } else {
                shell.append(line).append('\n');
            }
        }
        addShell(parts, shell);
        return parts;
    }

    private static void addShell(List<Part> parts, StringBuilder shell) {
        if (!shell.isEmpty()) {
            parts.add(new Part.Commands(shell.toString()));
            shell.setLength(0);
        }
    }

    private static String one(Map<String, List<String>> header, String key) {
        if (!header.containsKey(key)) {
            throw new IllegalStateException("a step lacks its " + key);
        }
        return String.join(" ", header.get(key));
    }

    private static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String text(Map<String, List<String>> bodies, String name) {
        return bodies.getOrDefault(name, List.of()).stream().map(l -> l + "\n").collect(Collectors.joining());
    }
}

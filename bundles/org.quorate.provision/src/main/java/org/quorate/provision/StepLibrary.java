// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the steps and scripts that are this bundle's resources. A step's file is bash: comment lines {@code # key: value}
 * (title, where, risk, why), then the functions check, act, verify and undo, each opened by {@code name() {} and closed
 * by a brace in the first column. Thread-safe.
 */
final class StepLibrary {

    private StepLibrary() {
    }

    static String resource(String name) {
        try (InputStream in = StepLibrary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Step step(String id) {
        Map<String, List<String>> header = new HashMap<>();
        Map<String, List<String>> bodies = new HashMap<>();
        List<String> body = null;
        for (String line : resource("steps/" + id + ".sh").split("\n")) {
            if (body == null && line.startsWith("# ")) {
                int colon = line.indexOf(": ");
                header.computeIfAbsent(line.substring(2, colon), k -> new ArrayList<>()).add(line.substring(colon + 2));
            } else if (body == null && line.endsWith("() {")) {
                body = new ArrayList<>();
                bodies.put(line.substring(0, line.length() - "() {".length()), body);
            } else if (line.equals("}")) {
                body = null;
            } else if (body != null) {
                body.add(line);
            }
        }
        return new Step(id, one(header, "title"), Step.Where.valueOf(constant(one(header, "where"))),
                Step.Risk.valueOf(constant(one(header, "risk"))), one(header, "why"), text(bodies, "check"),
                text(bodies, "act"), text(bodies, "verify"), text(bodies, "undo"));
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

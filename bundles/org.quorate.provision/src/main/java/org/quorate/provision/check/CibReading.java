// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One part of the cluster's configuration, read back from pcs commands or from crmsh's text. Knows the words that exports
 * use and no others. Not thread-safe.
 */
final class CibReading {

    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "ocf:pacemaker:controld", Set.of("daemon"),
            "ocf:heartbeat:lvmlockd", Set.of(),
            "ocf:heartbeat:clvm", Set.of(),
            "ocf:heartbeat:LVM-activate", Set.of("vgname", "lvname", "activation_mode", "vg_access_mode"),
            "ocf:heartbeat:Filesystem", Set.of("device", "directory", "fstype", "options"));
    private static final Set<String> FENCE_PARAMETERS = Set.of("ip", "username", "password_script", "ipaddr", "login",
            "passwd_script", "lanplus", "ssl", "multicast_address", "key_file", "key", "devices", "pcmk_host_list",
            "pcmk_reboot_action", "pcmk_delay_base", "delay");
    private static final Set<String> OPERATION = Set.of("monitor", "start", "stop", "interval", "timeout", "on-fail");

    /**
     * A resource or fence device.
     *
     * @param agent      without {@code stonith:}
     * @param parameters what it is told
     * @param operations all words of its operations
     */
    record Made(String agent, Map<String, String> parameters, List<String> operations) {
    }

    private final Exported exported;
    private final String path;
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> clones = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> constraints = new HashSet<>();

    private CibReading(Exported exported, String path) {
        this.exported = exported;
        this.path = path;
    }

    /** Reads {@code cib/PART.sh}, or {@code cib/PART.crm} where there is one. */
    static CibReading of(Exported exported, String part) {
        boolean crmsh = exported.file("cib/" + part + ".crm").isPresent();
        CibReading reading = new CibReading(exported, "cib/" + part + (crmsh ? ".crm" : ".sh"));
        try {
            List<List<String>> commands = crmsh ? crmshLines(exported.text(reading.path)) : ShellReader.commands(exported.text(reading.path));
            if (crmsh) {
                commands.forEach(reading::crmsh);
            } else {
                reading.fault(!commands.isEmpty() && commands.get(0).equals(List.of("set", "-euo", "pipefail")), "does not stop at a failure");
                commands.stream().skip(1).forEach(reading::pcs);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            reading.fault(false, "cannot be read: " + e.getMessage());
        }
        reading.lists("cib/" + part);
        return reading;
    }

    /** The lists of what a part makes and what a roll-back deletes. */
    private void lists(String file) {
        Set<String> ids = new TreeSet<>(made.keySet());
        ids.addAll(clones.keySet());
        Set<String> listed = new TreeSet<>(List.of(exported.text(file + ".ids").split("\n")));
        listed.removeAll(named);
        exported.expectEqual(ids, listed, path, "what it makes");
        for (String id : exported.text(file + ".delete").split("\n")) {
            fault(ids.contains(id) || groups.containsKey(id) || named.contains(id), "does not make " + id + ", which a roll-back deletes");
        }
    }

    String path() {
        return path;
    }

    /** By id, in the order of the file. */
    Map<String, Made> made() {
        return made;
    }

    /** Members by group, in the order in which they start. */
    Map<String, List<String>> groups() {
        return groups;
    }

    Map<String, String> properties() {
        return properties;
    }

    /** What is cloned, by the id of the clone. */
    Map<String, String> clones() {
        return clones;
    }

    /** {@code order A then B}, {@code colocation B with A}, {@code location R avoids NODE}. */
    Set<String> constraints() {
        return constraints;
    }

    void fault(boolean good, String what) {
        exported.expect(good, path, what);
    }

    private void pcs(List<String> words) {
        fault(words.size() > 4 && words.subList(0, 3).equals(List.of("pcs", "-f", ShellReader.FIRST_ARGUMENT)), "an odd command: " + words);
        List<String> rest = words.subList(3, words.size());
        String verb = rest.get(0) + " " + rest.get(1);
        List<String> values = rest.subList(2, rest.size());
        switch (verb) {
            case "property set" -> values.forEach(word -> pair(word, properties));
            case "stonith create", "resource create" -> create(values, verb.startsWith("stonith"));
            case "resource clone" -> cloned(values.get(0) + "-clone", values.get(0), values.subList(1, values.size()));
            case "constraint order" -> constraint(values.size() == 4 && values.get(0).equals("start") && values.get(2).equals("then"),
                    "order " + values.get(1) + " then " + values.get(3));
            case "constraint colocation" -> constraint(values.size() == 4 && values.get(0).equals("add") && values.get(2).equals("with"),
                    "colocation " + values.get(1) + " with " + values.get(3));
            case "constraint location" -> constraint(values.size() == 3 && values.get(1).equals("avoids"),
                    "location " + values.get(0) + " avoids " + values.get(2));
            default -> fault(false, "an odd command: " + verb);
        }
    }

    private void crmsh(List<String> words) {
        List<String> values = words.subList(2, words.size());
        if (Set.of("order", "colocation", "location").contains(words.get(0))) {
            named.add(words.get(1));
        }
        switch (words.get(0)) {
            case "property" -> {
                fault(words.get(1).equals("cib-bootstrap-options:"), "properties of " + words.get(1));
                values.forEach(word -> pair(word, properties));
            }
            case "primitive" -> create(words.subList(1, words.size()), words.get(2).startsWith("stonith:"));
            case "group" -> groups.put(words.get(1), values);
            case "clone" -> {
                fault(values.size() > 1 && values.get(1).equals("meta"), "an odd clone: " + words);
                cloned(words.get(1), values.get(0), values.subList(2, values.size()));
            }
            case "order" -> constraint(values.size() == 3 && values.get(0).equals("Mandatory:"), "order " + values.get(1) + " then " + values.get(2));
            case "colocation" -> constraint(values.size() == 3 && values.get(0).equals("inf:"), "colocation " + values.get(1) + " with " + values.get(2));
            case "location" -> constraint(values.size() == 3 && values.get(1).equals("-inf:"), "location " + values.get(0) + " avoids " + values.get(2));
            default -> fault(false, "an odd object: " + words.get(0));
        }
    }

    private void constraint(boolean good, String text) {
        fault(good, "an odd constraint: " + text);
        constraints.add(text);
    }

    private void cloned(String id, String of, List<String> meta) {
        // Without interleave, a restart of one node restarts the mounts of all (reference 2, number 21).
        fault(meta.equals(List.of("interleave=true")), "a restart of one node restarts " + of + " on all: interleave is not set alone");
        fault(made.containsKey(of) || groups.containsKey(of), "clones " + of + ", which is not there");
        fault(clones.put(id, of) == null, "makes " + id + " twice");
    }

    private void pair(String word, Map<String, String> into) {
        int equals = word.indexOf('=');
        fault(equals > 0, "no value: " + word);
        if (equals > 0) {
            fault(into.put(word.substring(0, equals), word.substring(equals + 1)) == null, "twice: " + word);
        }
    }

    private void create(List<String> words, boolean fence) {
        String agent = words.get(1).replaceFirst("^stonith:", "");
        fault(fence ? agent.startsWith("fence_") : PARAMETERS.containsKey(agent) || agent.startsWith("systemd:"), "unknown agent " + agent);
        Map<String, String> parameters = new HashMap<>();
        List<String> operations = new ArrayList<>();
        String place = "params";
        for (String word : words.subList(2, words.size())) {
            if (List.of("params", "op", "meta", "--group").contains(word)) {
                place = word;
            } else if (place.equals("--group")) {
                groups.computeIfAbsent(word, g -> new ArrayList<>()).add(words.get(0));
            } else if (place.equals("op")) {
                fault(OPERATION.contains(word.replaceAll("=.*", "")), "unknown word of an operation: " + word);
                fault(!word.startsWith("on-fail=") || word.equals("on-fail=fence"), "unknown " + word);
                operations.add(word);
            } else if (place.equals("meta")) {
                fault(fence && word.equals("provides=unfencing"), "unknown meta attribute: " + word);
            } else {
                pair(word, parameters);
            }
        }
        Set<String> allowed = fence ? FENCE_PARAMETERS : PARAMETERS.getOrDefault(agent, Set.of());
        parameters.keySet().forEach(key -> fault(allowed.contains(key), "unknown parameter " + key + " of " + agent));
        fault(made.put(words.get(0), new Made(agent, parameters, operations)) == null, "makes " + words.get(0) + " twice");
    }

    /** crmsh's lines, continued ones joined; the value of {@code name="value"} may hold blanks. */
    private static List<List<String>> crmshLines(String text) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : text.replace("\\\n", " ").split("\n")) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            for (char c : (line + " ").toCharArray()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ' ' && !quoted) {
                    if (!word.isEmpty()) {
                        words.add(word.toString());
                    }
                    word.setLength(0);
                } else {
                    word.append(c);
                }
            }
            if (quoted) {
                throw new IllegalArgumentException("a quote does not end");
            }
            if (!words.isEmpty()) {
                lines.add(words);
            }
        }
        return lines;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that a step does. What other tools have words for is typed, so that every form of an export says it in its
 * own; the rest is shell, of which there is one copy. Immutable, thread-safe.
 */
public sealed interface Part {

    /** What a step's file says for it: whole lines of bash. */
    String shell();

    /**
     * Files of this export are put in their places on a node; the first originals are kept.
     *
     * @param words absolute paths, or variables of settings.sh that hold them ({@code $NAME}, also as a part of a path, or
     *              the list {@code ${NAME[@]}}); what is empty is no file of this export
     * @param shell the line that says it
     */
    record InstallFiles(List<String> words, String shell) implements Part {

        private static final Pattern LINE = Pattern.compile("    install_files? (\\S+( \\S+)*)");
        private static final Pattern WORD = Pattern.compile("([A-Za-z0-9_./@-]|\\$[A-Z_]+\\b)+|\\$\\{[A-Z_]+\\[@\\]\\}");

        public InstallFiles {
            words = List.copyOf(words);
        }

        static Optional<Part> of(String line) {
            Matcher call = LINE.matcher(line);
            if (!call.matches()) {
                return Optional.empty();
            }
            List<String> words = Stream.of(call.group(1).split(" ")).map(word -> word.replaceFirst("^\"(.*)\"$", "$1")).toList();
            return words.stream().allMatch(word -> WORD.matcher(word).matches())
                    ? Optional.of(new InstallFiles(words, line + "\n")) : Optional.empty();
        }
    }

    /** systemd reads its files again. */
    record ReloadUnits() implements Part {
        @Override
        public String shell() {
            return "    reload_units\n";
        }
    }

    /**
     * A unit starts at boot, and now.
     *
     * @param unit its name
     */
    record SwitchOn(String unit) implements Part {
        @Override
        public String shell() {
            return "    systemctl enable --now " + unit + "\n";
        }
    }

    /**
     * The kernel settings of a file come into force.
     *
     * @param path absolute
     */
    record LoadSettings(String path) implements Part {
        @Override
        public String shell() {
            return "    sysctl -q -p " + path + "\n";
        }
    }

    /**
     * Anything else.
     *
     * @param shell whole lines of bash
     */
    record Commands(String shell) implements Part {
    }

    /** Reads one line of a step's file; empty when it is shell like any other. */
    static Optional<Part> of(String line) {
        String word = line.substring(line.lastIndexOf(' ') + 1);
        return Stream.of(new ReloadUnits(), new SwitchOn(word), new LoadSettings(word))
                .filter(part -> part.shell().equals(line + "\n") && word.matches("[A-Za-z0-9_./@-]+"))
                .map(Part.class::cast).findFirst().or(() -> InstallFiles.of(line));
    }
}

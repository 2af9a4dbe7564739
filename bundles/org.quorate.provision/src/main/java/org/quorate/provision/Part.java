// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a step does. What other tools have words for is typed, so that every form of an export says it in its
 * own; the rest is shell, of which there is one copy. Immutable, thread-safe.
 */
public sealed interface Part {

    /** What a step's file says for it: whole lines of bash. */
    String shell();

    /**
     * A file of this export is put in its place on a node; the first original is kept.
     *
     * @param path absolute; may name variables of settings.sh, as in {@code /etc/$NAME.d/x}
     */
    record InstallFile(String path) implements Part {
        @Override
        public String shell() {
            return "    install_file " + (path.contains("$") ? '"' + path + '"' : path) + "\n";
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
        String word = line.substring(line.lastIndexOf(' ') + 1).replace("\"", "");
        return Stream.of(new InstallFile(word), new ReloadUnits(), new SwitchOn(word), new LoadSettings(word))
                .filter(part -> part.shell().equals(line + "\n") && word.matches("([A-Za-z0-9_./@-]|\\$[A-Z_]+\\b)+"))
                .map(Part.class::cast).findFirst();
    }
}

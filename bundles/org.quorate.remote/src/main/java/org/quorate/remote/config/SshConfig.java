// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.remote.HostPatterns;

/**
 * {@code ~/.ssh/config} and {@code /etc/ssh/ssh_config} (ssh_config(5)), as far as it matters here: Host blocks, Include, and for each keyword
 * the first value that applies. Other keywords are ignored; a Match block is passed over and told. Immutable, thread-safe.
 */
public final class SshConfig {

    private final List<ConfigLine> lines;
    private final List<String> remarks;

    private SshConfig(List<ConfigLine> lines, List<String> remarks) {
        this.lines = List.copyOf(lines);
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Reads files, the first counts most; those that are not there are empty.
     *
     * @param home folder of the user, for {@code ~} and relative includes
     * @throws IOException if one is there that cannot be read, includes itself too deep or has an Include that is no pattern
     */
    public static SshConfig read(List<Path> files, Path home) throws IOException {
        ConfigFiles reader = new ConfigFiles(home);
        for (Path file : files) {
            reader.read(file);
        }
        return new SshConfig(reader.lines(), reader.remarks());
    }

    /** What was passed over that could change where connections go; safe to print. */
    public List<String> remarks() {
        return remarks;
    }

    /** The first value of a keyword for a host as the user named it. */
    public Optional<String> value(String host, String keyword) {
        return values(host, keyword).stream().findFirst();
    }

    /** All values of a keyword for a host; only IdentityFile adds up. */
    public List<String> values(String host, String keyword) {
        String wanted = keyword.toLowerCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (ConfigLine line : lines) {
            if (line.keyword().equals(wanted) && line.blocks().stream().allMatch(patterns -> HostPatterns.match(patterns, host))) {
                values.add(line.value());
            }
        }
        return values;
    }
}

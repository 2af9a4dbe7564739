// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Workloads that people have, with what their parameters rest on. Each is a file of comments and a {@code workload}, for any cluster
 * with one node or more; a cluster of three servers makes it a scenario. Pure functions, thread-safe.
 */
public final class WorkloadPresets {

    private static final List<String> NAMES = List.of("mdbox", "web-serving", "build-farm", "database-direct", "rsync-tree",
            "home-directories", "filebench-webserver", "filebench-fileserver", "filebench-varmail", "filebench-webproxy",
            "filebench-videoserver");
    private static final String SOURCE = "Source: ";

    /**
     * A preset.
     *
     * @param name     short identifier
     * @param title    one line for people
     * @param comments what the parameters rest on, as YAML comments with a line end
     * @param workload the YAML of {@code workload}
     */
    public record Preset(String name, String title, String comments, String workload) {

        /** Where the parameters come from, in a few words. */
        public String source() {
            String text = comments.replace("\n# ", " ");
            String source = text.substring(text.indexOf(SOURCE) + SOURCE.length());
            return source.substring(0, source.indexOf(": "));
        }

        /** A scenario with this workload, its comments too. */
        public String scenario() {
            return comments + "schemaVersion: 1\nname: " + name + "\ntitle: \"" + title + "\"\n\n" + text("cluster") + workload;
        }
    }

    private WorkloadPresets() {
    }

    /** Names of all of them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException there is none
     */
    public static Preset named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no preset " + name);
        }
        String text = text(name);
        int workload = text.indexOf("workload:");
        return new Preset(name, text.substring("# ".length(), text.indexOf('\n')), text.substring(0, workload), text.substring(workload));
    }

    private static String text(String name) {
        try (InputStream in = WorkloadPresets.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

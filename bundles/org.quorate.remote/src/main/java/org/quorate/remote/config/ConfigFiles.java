// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.remote.Visible;

/** Reads configuration files with what they include. Used by one thread. */
final class ConfigFiles {

    /** As OpenSSH (readconf.h:READCONF_MAX_DEPTH). */
    private static final int MOST_DEPTH = 16;
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 4L << 20;
    /** Keyword, then blanks or one equals sign, then the rest. */
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]*)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path home;
    private final List<ConfigLine> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int files;

    ConfigFiles(Path home) {
        this.home = home;
    }

    List<ConfigLine> lines() {
        return lines;
    }

    List<String> remarks() {
        return remarks;
    }

    void read(Path file) throws IOException {
        read(file, List.of(), 0);
    }

    /** @param around blocks of the files that include this one */
    private void read(Path file, List<List<String>> around, int depth) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (depth > MOST_DEPTH || ++files > MOST_FILES) {
            throw new IOException(file + " is included too deep");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        List<List<String>> blocks = around;
        boolean passed = false;
        int number = 0;
        for (String text : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            Matcher matcher = LINE.matcher(text);
            if (text.strip().startsWith("#") || !matcher.matches()) {
                continue;
            }
            String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> words = words(matcher.group(2));
            if (keyword.equals("host")) {
                blocks = new ArrayList<>(around);
                blocks.add(words);
                passed = false;
            } else if (keyword.equals("match")) {
                passed = true;
                remarks.add(Visible.text(file + ":" + number + ": a Match block is not supported and was passed over"));
            } else if (!passed && keyword.equals("include")) {
                for (String word : words) {
                    include(word, file, blocks, depth);
                }
            } else if (!passed && !words.isEmpty()) {
                lines.add(new ConfigLine(blocks, keyword, String.join(" ", words)));
            }
        }
    }

    private void include(String word, Path file, List<List<String>> blocks, int depth) throws IOException {
        Path pattern = word.startsWith("~/") ? home.resolve(word.substring(2)) : Path.of(word);
        if (!pattern.isAbsolute()) {
            // In the user's configuration from ~/.ssh, in the system's from /etc/ssh: the folder of the file in both.
            pattern = (file.startsWith(home) ? home.resolve(".ssh") : file.toAbsolutePath().getParent()).resolve(pattern);
        }
        if (pattern.getParent() == null || !Files.isDirectory(pattern.getParent())) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(pattern.getParent(), pattern.getFileName().toString())) {
            matching.forEach(found::add);
        }
        found.sort(null);
        for (Path each : found) {
            read(each, blocks, depth + 1);
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}

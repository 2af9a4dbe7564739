// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
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
    private static final int MOST_BYTES = 4 << 20;
    /** Keyword, then blanks or one equals sign, then the rest. */
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]*)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");
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

    /** A file that is not there is empty; a device or a pipe may be given by who wants one, as in {@code ssh -F /dev/null}. */
    void read(Path file) throws IOException {
        if (Files.exists(file)) {
            read(file, List.of(), 0);
        }
    }

    /** @param around blocks of the files that include this one */
    private void read(Path file, List<List<String>> around, int depth) throws IOException {
        if (depth > MOST_DEPTH || ++files > MOST_FILES) {
            throw new IOException(file + " is included too deep");
        }
        List<List<String>> blocks = around;
        boolean passed = false;
        int number = 0;
        for (String text : text(file).split("\n", -1)) {
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
                remark(file, number, "a Match block is not supported and was passed over");
            } else if (!passed && keyword.equals("include")) {
                for (String word : words) {
                    include(word, file, number, blocks, depth);
                }
            } else if (!passed && !words.isEmpty()) {
                lines.add(new ConfigLine(blocks, keyword, String.join(" ", words)));
            }
        }
    }

    /** Never more than a configuration has, whatever it is. */
    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private void remark(Path file, int line, String what) {
        remarks.add(Visible.text(file + ":" + line + ": " + what));
    }

    private void include(String word, Path file, int line, List<List<String>> blocks, int depth) throws IOException {
        List<Path> found;
        try {
            found = found(word, file, line);
        } catch (IllegalArgumentException e) {
            // What is no pattern, and what is no path.
            throw new IOException(Visible.text(file + ":" + line + ": Include " + word + " is no pattern of files"), e);
        }
        for (Path each : found) {
            read(each, blocks, depth + 1);
        }
    }

    /** Files in the order of their names; folders are passed over, and names with a dot as glob(3) does. */
    private List<Path> found(String word, Path file, int line) throws IOException {
        Path pattern = word.startsWith("~/") ? home.resolve(word.substring(2)) : Path.of(word);
        if (!pattern.isAbsolute()) {
            // In the user's configuration from ~/.ssh, in the system's from /etc/ssh: the folder of the file in both.
            pattern = (file.startsWith(home) ? home.resolve(".ssh") : file.toAbsolutePath().getParent()).resolve(pattern);
        }
        Path folder = pattern.getParent();
        if (WILDCARD.matcher(word.substring(0, word.lastIndexOf('/') + 1)).find()) {
            remark(file, line, "Include of folders by wildcards is not supported and was passed over: " + word);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String names = pattern.getFileName().toString();
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, names)) {
            for (Path each : matching) {
                if (Files.isRegularFile(each) && (names.startsWith(".") || !each.getFileName().toString().startsWith("."))) {
                    found.add(each);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(null);
        return found;
    }

    /** Up to a comment, which begins a word (misc.c:argv_split). */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && !matcher.group().startsWith("#")) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}

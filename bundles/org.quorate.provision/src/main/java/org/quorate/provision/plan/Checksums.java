// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** SHA-256 of the files of an export. Pure functions, thread-safe. */
public final class Checksums {

    /** The file that {@code sha256sum -c} reads. */
    public static final String FILE = "SHA256SUMS";

    private static final int DIGITS = 64;
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  .+");

    private Checksums() {
    }

    /** The files, and their checksums in {@value #FILE}, sorted by path. A former {@value #FILE} among them is replaced. */
    public static List<GeneratedFile> added(List<GeneratedFile> files) {
        List<GeneratedFile> all = new ArrayList<>(files);
        all.removeIf(file -> file.path().equals(FILE));
        all.sort(Comparator.comparing(GeneratedFile::path));
        all.add(GeneratedFile.text(FILE, lines(all)));
        all.sort(Comparator.comparing(GeneratedFile::path));
        return all;
    }

    /** A line for each file, in the same order: its checksum, two blanks, its path. */
    public static String lines(List<GeneratedFile> files) {
        StringBuilder text = new StringBuilder();
        for (GeneratedFile file : files) {
            text.append(sha256(file.content())).append("  ").append(file.path()).append('\n');
        }
        return text.toString();
    }

    /**
     * The checksums by path of what {@link #lines} wrote; none of an empty text.
     *
     * @throws IllegalArgumentException when a line is another one, or a file is named twice
     */
    public static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("has an odd line");
            }
            if (sums.put(line.substring(DIGITS + 2), line.substring(0, DIGITS)) != null) {
                throw new IllegalArgumentException("names a file twice");
            }
        }
        return sums;
    }

    /** Of a text's UTF-8 bytes, 64 hexadecimal digits. */
    public static String sha256(String content) {
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes, 64 hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

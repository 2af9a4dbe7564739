// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of the files of an export. Pure functions, thread-safe. */
public final class Checksums {

    /** The file that {@code sha256sum -c} reads. */
    public static final String FILE = "SHA256SUMS";

    private Checksums() {
    }

    /** The files, and their checksums in {@value #FILE}, sorted by path. A former {@value #FILE} among them is replaced. */
    public static List<GeneratedFile> added(List<GeneratedFile> files) {
        List<GeneratedFile> all = new ArrayList<>(files);
        all.removeIf(file -> file.path().equals(FILE));
        all.sort(Comparator.comparing(GeneratedFile::path));
        StringBuilder text = new StringBuilder();
        for (GeneratedFile file : all) {
            text.append(sha256(file.content())).append("  ").append(file.path()).append('\n');
        }
        all.add(GeneratedFile.text(FILE, text.toString()));
        all.sort(Comparator.comparing(GeneratedFile::path));
        return all;
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

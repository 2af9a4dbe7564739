// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

/**
 * One file of an export. Immutable, thread-safe.
 *
 * @param path       in the export, relative, with slashes
 * @param content    its text
 * @param executable it is run, not read
 * @param mode       as installed on a node, four octal digits; for files that are never installed, as in the export
 */
public record GeneratedFile(String path, String content, boolean executable, String mode) {

    /** A file that is run from the export itself. */
    public static GeneratedFile script(String path, String content) {
        return new GeneratedFile(path, content, true, "0700");
    }

    /** A file that is read in the export itself. */
    public static GeneratedFile text(String path, String content) {
        return new GeneratedFile(path, content, false, "0600");
    }

    /** A file that every node gets at {@code target}. */
    public static GeneratedFile onEveryNode(String target, String mode, String content) {
        return new GeneratedFile("files/common" + target, content, false, mode);
    }

    /** A file that only one node gets at {@code target}. */
    public static GeneratedFile onNode(String node, String target, String mode, String content) {
        return new GeneratedFile("files/only/" + node + target, content, false, mode);
    }

    /** Lines that are kept in a file which others write too. */
    public static GeneratedFile block(String target, String content) {
        return text("blocks" + target, content);
    }
}

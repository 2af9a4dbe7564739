// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;

/**
 * One fault put into one export, as a generator with a bug would make it: the checksums are those of the faulty files.
 *
 * @param kind   name of the fault
 * @param base   name of the export
 * @param path   of the file that changes
 * @param edit   the file as it becomes; null: the file is gone
 * @param tools  the tools that must find it, by the names that check-exports.sh gives them
 * @param own    whether {@link ExportCheck} must find it
 * @param sealed whether the checksums are made after the fault
 */
record Mutation(String kind, String base, String path, Function<GeneratedFile, GeneratedFile> edit, List<String> tools, boolean own,
        boolean sealed) {

    /** {@code right} becomes {@code wrong}, once; {@link ExportCheck} finds it, and so do these tools. */
    static Mutation of(String kind, String base, String path, String right, String wrong, String... tools) {
        return new Mutation(kind, base, path, file -> replace(file, right, wrong), List.of(tools), true, true);
    }

    /** The same, found by these tools only. */
    Mutation byToolsOnly() {
        return new Mutation(kind, base, path, edit, tools, false, sealed);
    }

    /** The same, but the checksums stay those of the right file. */
    Mutation unsealed() {
        return new Mutation(kind, base, path, edit, tools, own, false);
    }

    private static GeneratedFile replace(GeneratedFile file, String right, String wrong) {
        int at = file.content().indexOf(right);
        if (at < 0) {
            throw new AssertionError("\"" + right + "\" is not in " + file.path() + ":\n" + file.content());
        }
        String content = file.content().substring(0, at) + wrong + file.content().substring(at + right.length());
        return new GeneratedFile(file.path(), content, file.executable(), file.mode());
    }

    /** The files of the export with the fault in them. */
    List<GeneratedFile> apply(List<GeneratedFile> files) {
        List<GeneratedFile> faulty = new ArrayList<>();
        boolean found = false;
        for (GeneratedFile file : files) {
            boolean here = file.path().equals(path);
            found |= here;
            if (!here) {
                faulty.add(file);
            } else if (edit != null) {
                faulty.add(edit.apply(file));
            }
        }
        if (!found) {
            faulty.add(edit.apply(GeneratedFile.text(path, "")));
        }
        if (sealed) {
            return Checksums.added(faulty);
        }
        return faulty;
    }
}

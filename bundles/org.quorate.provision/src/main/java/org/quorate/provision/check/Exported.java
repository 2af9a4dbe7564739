// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Site;

/** The files of an export under examination, what they should say, and what was found wrong with them. Not thread-safe. */
final class Exported {

    private final Site site;
    private final Map<String, GeneratedFile> files = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    Exported(Site site, List<GeneratedFile> all) {
        this.site = site;
        for (GeneratedFile file : all) {
            expect(files.put(file.path(), file) == null, file.path(), "is there twice");
        }
    }

    Site site() {
        return site;
    }

    Iterable<GeneratedFile> files() {
        return files.values();
    }

    Optional<GeneratedFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The text of a file that an export of this site must have; empty, and a fault, when it lacks it. */
    String text(String path) {
        GeneratedFile file = files.get(path);
        expect(file != null, path, "is missing");
        return file == null ? "" : file.content();
    }

    /** The same of a file of every node. */
    String common(String target) {
        return text("files/common" + target);
    }

    void expect(boolean good, String path, String fault) {
        if (!good) {
            faults.add(path + ": " + fault);
        }
    }

    void expectEqual(Object expected, Object found, String path, String what) {
        if (!Objects.equals(expected, found)) {
            expect(false, path, what + " is " + ordered(found) + ", not " + ordered(expected));
        }
    }

    /** Sets and maps of texts in the order of their texts: the order that they have may differ from run to run. */
    private static Object ordered(Object value) {
        if (value instanceof Set<?> set) {
            return set.stream().map(String::valueOf).sorted().toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), ordered(each)));
            return sorted;
        }
        return value;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A directory that an export made, as it is now. Immutable, thread-safe.
 *
 * @param files   texts by their paths, with slashes, of the files that the export made and that are still there
 * @param edited  paths of files that are not as the export made them
 * @param missing paths of files that the export made and that are gone, or are no longer plain files
 * @param unknown paths of files that the export did not make
 */
public record KeptExport(SortedMap<String, String> files, List<String> edited, List<String> missing, List<String> unknown) {

    public KeptExport {
        files = new TreeMap<>(files);
        edited = List.copyOf(edited);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
    }

    @Override
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }
}

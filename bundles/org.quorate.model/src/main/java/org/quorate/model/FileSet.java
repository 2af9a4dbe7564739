// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Optional;

/**
 * A named set of files. Immutable, thread-safe. File <em>i</em> of the set belongs to the node with index
 * <em>i mod n</em> ("own files") whatever the layout.
 *
 * @param name   identifier, unique in the workload
 * @param path   directory below the mount point, relative
 * @param files  number of files over all nodes that exist when the first phase starts (0: a phase makes them)
 * @param size   of each
 * @param layout how they lie in directories
 * @param directories number of directories of layout TREE, 1 and up
 * @param in     the set whose directories these files lie in, too; layout and directories are that set's then
 * @param made   when the files come to be
 * @param nameLength characters of a file's name: how many names a directory block holds, 1 to 255
 */
public record FileSet(String name, String path, long files, SizeDistribution size, Layout layout, int directories,
        Optional<String> in, Made made, int nameLength) {

    /**
     * PRIVATE: one directory a node, holding its own files. SHARED: one directory for all. TREE: spread evenly over
     * {@code directories} directories that all nodes use. EACH: one directory a node, below which each file that is
     * created lies in a directory of its own; MKDIR of the set makes those.
     */
    public enum Layout { PRIVATE, SHARED, TREE, EACH }

    /**
     * AT_START: before the first phase. ON_USE: by the first operation that opens it (with O_CREAT); until then there is
     * only its name, which operations choose from.
     */
    public enum Made { AT_START, ON_USE }
}

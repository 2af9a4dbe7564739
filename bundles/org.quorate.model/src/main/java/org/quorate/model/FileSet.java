// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

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
 */
public record FileSet(String name, String path, long files, SizeDistribution size, Layout layout, int directories) {

    /**
     * PRIVATE: one directory a node, holding its own files. SHARED: one directory for all. TREE: spread evenly over
     * {@code directories} directories that all nodes use.
     */
    public enum Layout { PRIVATE, SHARED, TREE }
}

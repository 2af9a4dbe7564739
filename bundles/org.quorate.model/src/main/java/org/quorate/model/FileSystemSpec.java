// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/** One contender: a file system with its parameters. */
public sealed interface FileSystemSpec permits Ocfs2Spec, Gfs2Spec, LocalSpec {

    /** Name in results, unique in a scenario, for example {@code ocfs2}. */
    String label();

    /** Mount option: when reads write access times. */
    AccessTimes accessTimes();

    /**
     * Every inode gets a security label as an extended attribute when it is made (SELinux: {@code security.selinux}), and a node reads
     * that of an inode that comes into its memory.
     */
    boolean securityLabels();

    /** Cache flushes are sent to the LUN. */
    boolean barrier();

    /** It lies on a logical volume of LVM, whose device mapper splits a write that flushes the cache first. */
    default boolean logicalVolume() {
        return false;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * What a workload can do, one system call group each (design section 3). The YAML name is the lower case.
 */
public enum Operation {
    /** open(O_CREAT|O_EXCL), write, close of a new file. */
    CREATE,
    /** open and close of an existing file. */
    OPEN,
    STAT,
    /** chmod: a change of attributes without the size. */
    CHMOD,
    /** open, read from the start, close. */
    READ,
    /** open, overwrite from the start in place, close. */
    WRITE,
    /** write at the end of a file. */
    APPEND,
    UNLINK,
    /** rename inside the directory of the file. */
    RENAME,
    /** rename into another directory: of layout TREE the next one, of layout EACH the one above. */
    MOVE,
    MKDIR,
    RMDIR,
    READDIR,
    /** fsync of a file that may be dirty. */
    FSYNC,
    /** flock(LOCK_EX) and unlock. */
    FLOCK,
    /** fcntl(F_SETLKW) of the whole file for writing, and unlock. */
    FCNTL,
    /** statfs, as df calls it. */
    STATFS,
    /** A PHP file session: open, flock, read, truncate and rewrite, close. */
    SESSION
}

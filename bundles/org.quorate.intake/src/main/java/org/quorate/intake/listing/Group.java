// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import org.quorate.intake.SizeStatistics;

/** Files below one directory. Used by one thread. */
final class Group {

    private final SizeStatistics sizes = new SizeStatistics();
    private long files;
    private long directories;
    private long nameBytes;

    void file(long size, int nameLength, boolean firstOfItsDirectory) {
        sizes.add(size);
        files++;
        nameBytes += nameLength;
        directories += firstOfItsDirectory ? 1 : 0;
    }

    void add(Group other) {
        sizes.add(other.sizes);
        files += other.files;
        nameBytes += other.nameBytes;
        directories += other.directories;
    }

    SizeStatistics sizes() {
        return sizes;
    }

    long files() {
        return files;
    }

    /** That hold a file themselves. */
    long directories() {
        return directories;
    }

    int meanNameLength() {
        return (int) Math.min(255, Math.max(1, Math.round((double) nameBytes / files)));
    }
}

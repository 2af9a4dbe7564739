// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.quorate.model.observed.FigureName.Topic;

/** A file of the kernel in which locks are counted one by one: of a long one not all of them may be read. */
public enum CountedFile {
    /** GFS2's locks, and who waits for them. */
    GLOCKS,
    /** OCFS2's locks, what they were used for, and who waits for them. */
    LOCKING_STATE,
    /** Lock resources of fs/dlm, and locks on them. */
    DLM,
    /** Lock resources of o2dlm, and locks on them; how many resources there are is in another file, of a few lines. */
    O2DLM;

    private static final String RESOURCES = "resources";
    private static final String LOCKS = "locks";

    /** As a node calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a node calls so; absent: in another file each line has all of its own. */
    public static Optional<CountedFile> of(String word) {
        return Arrays.stream(values()).filter(file -> file.word().equals(word)).findFirst();
    }

    /** The figure is counted in it; where not all was read, it is that or more. */
    public boolean counts(FigureName figure) {
        boolean manager = figure.topic() == Topic.DLM;
        return switch (this) {
            case GLOCKS -> figure.topic() == Topic.LOCK || manager && figure.name().equals(word());
            case LOCKING_STATE -> figure.topic() == Topic.LOCK || figure.topic() == Topic.USE || manager && figure.name().equals(word());
            case DLM -> manager && (figure.name().equals(LOCKS)
                    || figure.name().equals(RESOURCES) && (figure.what().equals("now") || figure.what().equals("mastered")));
            case O2DLM -> manager && (figure.name().equals(LOCKS) || figure.name().equals(RESOURCES) && figure.what().equals("mastered"));
        };
    }
}

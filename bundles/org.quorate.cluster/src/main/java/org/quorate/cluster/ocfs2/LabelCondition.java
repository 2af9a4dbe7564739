// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about security labels. */
enum LabelCondition implements Condition {
    /** Inodes have labels. */
    LABELLED,
    /** FILE is a directory with a label, which lies in a block of attributes. */
    HAS_ATTRIBUTE_BLOCK,
    /** The security module does not know the label of the inode in register a. */
    LABEL_DUE
}

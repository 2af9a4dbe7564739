// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.quorate.ui.document.TextSession;

/** An editor whose edits can be undone one by one. */
public interface SessionEditor {

    /** What is edited here. */
    TextSession session();
}

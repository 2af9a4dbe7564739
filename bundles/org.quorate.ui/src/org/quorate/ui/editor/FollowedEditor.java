// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * The scenario editor that a view tells about: the one in front, or that was in front last, as long as it is open. Used in the
 * user interface's thread.
 */
public final class FollowedEditor implements IPartListener2 {

    private final IWorkbenchPage page;
    private final Runnable refresh;
    private Optional<ScenarioEditor> editor = Optional.empty();

    /** @param refresh called when another editor is followed, and when its scenario has changed */
    public FollowedEditor(IWorkbenchPage page, Runnable refresh) {
        this.page = page;
        this.refresh = refresh;
    }

    /** Begins. */
    public void start() {
        page.addPartListener(this);
        follow();
    }

    /** Ends. */
    public void stop() {
        page.removePartListener(this);
        editor.ifPresent(open -> open.session().removeListener(refresh));
    }

    public Optional<ScenarioEditor> editor() {
        return editor;
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        follow();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        follow();
    }

    /** Another scenario may be in front now; what else comes to the front changes nothing. */
    private void follow() {
        Optional<ScenarioEditor> now = ScenarioEditors.active(page).or(() -> editor.filter(open -> Stream
                .of(page.getEditorReferences()).anyMatch(reference -> reference.getEditor(false) == open)));
        if (!now.equals(editor)) {
            editor.ifPresent(old -> old.session().removeListener(refresh));
            editor = now;
            editor.ifPresent(open -> open.session().onChange(refresh));
        }
        refresh.run();
    }
}

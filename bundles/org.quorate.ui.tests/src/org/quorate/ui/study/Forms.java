// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

/** Forms of studies in tests. */
final class Forms {

    private Forms() {
    }

    /** With the defaults that a check finds. */
    static Reply check(StudyForm form) {
        StudyForm.Checked checked = form.check(form.entered(), () -> false);
        form.take(checked);
        return checked.reply();
    }

    static Question question(StudyForm form, String key) {
        return form.questions().stream().filter(question -> question.key().equals(key)).findFirst().orElseThrow();
    }
}

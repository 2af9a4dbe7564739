// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;

/**
 * One field of a study's dialog. Immutable.
 *
 * @param key     names it among the questions of its study
 * @param title   for people
 * @param kind    how it is answered
 * @param choices to choose from, or to begin with; empty for a text
 * @param value   the present answer, a default unless something was entered
 * @param enabled false: it has no meaning with the other answers
 * @param hint    what may be entered, or what the answer means; may be empty
 * @param aids    what can be done instead of answering, each shown as a link
 */
public record Question(String key, String title, Kind kind, List<String> choices, String value, boolean enabled, String hint,
        List<Aid> aids) {

    /** The answer to a {@link Kind#YES_OR_NO} that is yes; no is empty. */
    public static final String YES = "yes";
    /** Between the choices of an answer to {@link Kind#SEVERAL}. */
    private static final String BETWEEN = "\n";

    /** How a question is answered. */
    public enum Kind {
        /** By any text. */
        TEXT,
        /** By one of the choices. */
        CHOICE,
        /** By one of the choices, which may be changed. */
        CHOICE_OR_TEXT,
        /** By any text, a list to which some of the choices can be put. */
        CHOICES_OR_TEXT,
        /** By the path of a file, which can be looked for. */
        FILE,
        /** By the path of a file that is to be written; the choices are the ends of its name, as in {@code *.pdf}. */
        NEW_FILE,
        /** By a tick, see {@link #YES}. */
        YES_OR_NO,
        /** By ticking any of the choices, see {@link #several}. */
        SEVERAL
    }

    /**
     * Something that leads out of the questions: the dialog is closed first.
     *
     * @param title of the link
     * @param work  done in the thread of the user interface
     */
    public record Aid(String title, Runnable work) {
    }

    public Question {
        choices = List.copyOf(choices);
        aids = List.copyOf(aids);
    }

    private Question(String key, String title, Kind kind, List<String> choices, String value, String hint) {
        this(key, title, kind, choices, value, true, hint, List.of());
    }

    /** The choices that an answer to {@link Kind#SEVERAL} names. */
    public static List<String> several(String value) {
        return value.lines().toList();
    }

    /** The answer to {@link Kind#SEVERAL} that names those choices. */
    public static String severalOf(List<String> choices) {
        return String.join(BETWEEN, choices);
    }

    static Question text(String key, String title, String value, String hint) {
        return new Question(key, title, Kind.TEXT, List.of(), value, hint);
    }

    static Question choice(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICE, choices, value, hint);
    }

    static Question choiceOrText(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICE_OR_TEXT, choices, value, hint);
    }

    static Question choicesOrText(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.CHOICES_OR_TEXT, choices, value, hint);
    }

    static Question file(String key, String title, String value, String hint) {
        return new Question(key, title, Kind.FILE, List.of(), value, hint);
    }

    /** @param ends of names, as in {@code *.pdf} */
    static Question newFile(String key, String title, List<String> ends, String value, String hint) {
        return new Question(key, title, Kind.NEW_FILE, ends, value, hint);
    }

    static Question yesOrNo(String key, String title, boolean yes, String hint) {
        return new Question(key, title, Kind.YES_OR_NO, List.of(), yes ? YES : "", hint);
    }

    static Question several(String key, String title, List<String> choices, String value, String hint) {
        return new Question(key, title, Kind.SEVERAL, choices, value, hint);
    }

    /** The same, to be answered only if that makes sense. */
    Question enabledIf(boolean sense) {
        return enabledIf(sense, "");
    }

    /** @param otherwise why it is not to be answered */
    Question enabledIf(boolean sense, String otherwise) {
        return new Question(key, title, kind, choices, sense ? value : "", sense, sense ? hint : otherwise, aids);
    }

    /** The same with a way out. */
    Question aided(List<Aid> links) {
        return new Question(key, title, kind, choices, value, enabled, hint, links);
    }
}

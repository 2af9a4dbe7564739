// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * The few words that every kind of file puts beside those of a document, in its language.
 *
 * @param contents title of the list of chapters
 * @param page     in front of the number of a page
 * @param of       between it and the number of all pages
 * @param note     leads a {@link Notice.Kind#NOTE}
 * @param warning  leads a {@link Notice.Kind#WARNING}
 * @param danger   leads a {@link Notice.Kind#DANGER}
 */
public record FixedWords(String contents, String page, String of, String note, String warning, String danger) {

    private static final FixedWords ENGLISH = new FixedWords("Contents", "Page", "of", "Note:", "Take care:", "Unsafe:");
    private static final FixedWords GERMAN = new FixedWords("Inhalt", "Seite", "von", "Hinweis:", "Vorsicht:", "Gefährlich:");

    /** Those of a language. */
    public static FixedWords in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case GERMAN -> GERMAN;
        };
    }

    /** What stands in front of the title of a notice; a verdict needs nothing: empty. */
    public String lead(Notice.Kind kind) {
        return switch (kind) {
            case VERDICT -> "";
            case NOTE -> note;
            case WARNING -> warning;
            case DANGER -> danger;
        };
    }

    /** The title of a notice with what leads it. */
    public String titled(Notice notice) {
        String lead = lead(notice.kind());
        return lead.isEmpty() ? notice.title() : lead + " " + notice.title();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/** Words that every rendering of a document adds to what the document says, in its language. Immutable, thread-safe. */
public enum FixedWords {
    ENGLISH("Contents", "Page", "of", "Note: ", "Take care: ", "Unsafe: "),
    GERMAN("Inhalt", "Seite", "von", "Hinweis: ", "Vorsicht: ", "Gefahr: ");

    private final String contents;
    private final String page;
    private final String of;
    private final String note;
    private final String warning;
    private final String danger;

    FixedWords(String contents, String page, String of, String note, String warning, String danger) {
        this.contents = contents;
        this.page = page;
        this.of = of;
        this.note = note;
        this.warning = warning;
        this.danger = danger;
    }

    /** Of a language. */
    public static FixedWords in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case GERMAN -> GERMAN;
        };
    }

    /** Title of the table of contents. */
    public String contents() {
        return contents;
    }

    /** Before the number of a page: <em>Page</em> 3 of 7. */
    public String page() {
        return page;
    }

    /** Between the number of a page and that of the last: page 3 <em>of</em> 7. */
    public String of() {
        return of;
    }

    /** What leads the title of a notice, with the blank behind it; empty for a verdict, which speaks for itself. */
    public String lead(Notice.Kind kind) {
        return switch (kind) {
            case VERDICT -> "";
            case NOTE -> note;
            case WARNING -> warning;
            case DANGER -> danger;
        };
    }
}

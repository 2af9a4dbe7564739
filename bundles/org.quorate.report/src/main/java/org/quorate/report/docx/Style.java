// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

/** A style that reports use, defined in {@code styles.xml}. Word's own are called as Word calls them, so that it knows them. */
enum Style {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    CHAPTER("Heading1"),
    SECTION("Heading2"),
    CONTENTS_TITLE("TOCHeading"),
    CONTENTS("TOC1"),
    BULLET("ListBullet"),
    NUMBER("ListNumber"),
    CAPTION("Caption"),
    FOOTER("Footer"),
    LOGO("QuorateLogo"),
    REMARK("QuorateRemark"),
    FIGURE("QuorateFigure"),
    CELL("QuorateCell"),
    SMALL_CELL("QuorateSmallCell"),
    CODE("QuorateCode"),
    NOTE("QuorateNotice"),
    VERDICT("QuorateVerdict"),
    WARNING("QuorateWarning"),
    DANGER("QuorateDanger"),
    SPACE("QuorateSpace"),
    TABLE("QuorateTable");

    private final String id;

    Style(String id) {
        this.id = id;
    }

    /** In {@code styles.xml}. */
    String id() {
        return id;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import java.util.Locale;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Logo;
import org.quorate.report.document.ReportDocument;

/** Writes what stands in front of the chapters on paper: properties, bookmarks, the line below each page, cover and contents. */
final class PrintedFront {

    /** Room for the logo. */
    private static final double LOGO_WIDE = 70;
    private static final double LOGO_HIGH = 28;
    /** Of a picture that need not be made smaller: that of CSS, 96 to the inch. */
    private static final double MILLIMETRES_A_PIXEL = 25.4 / 96;
    private static final int CHAPTER = 2;
    /** Millimetres of a line of the contents, and of the page for all of them: more are set closer. */
    private static final double CHAPTER_LINE = 6.9;
    private static final double SECTION_LINE = 5.3;
    private static final double CONTENTS = 235;

    private PrintedFront() {
    }

    /** Leaves the body open. */
    static void write(Markup page, ReportDocument document) {
        List<Heading> headings = document.blocks().stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
        FixedWords words = FixedWords.in(document.language());
        page.open("head").newLine();
        page.element("title", document.title()).newLine();
        page.open("meta", "name", "subject", "content", document.subtitle()).newLine();
        page.open("meta", "name", "author", "content", document.author()).newLine();
        bookmarks(page, headings);
        page.open("style").trusted("\n" + StyleSheet.printed(document.brand())).closeLine();
        page.closeLine();
        page.open("body").newLine();
        footer(page, document, words);
        cover(page, document);
        contents(page, headings, words);
    }

    private static void bookmarks(Markup page, List<Heading> headings) {
        page.open("bookmarks").newLine();
        boolean inChapter = false;
        for (Heading heading : headings) {
            if (heading.level() == CHAPTER && inChapter) {
                page.closeLine();
            }
            inChapter |= heading.level() == CHAPTER;
            page.open("bookmark", "name", heading.text(), "href", "#" + heading.id());
            if (heading.level() != CHAPTER) {
                page.closeLine();
            }
        }
        if (inChapter) {
            page.closeLine();
        }
        page.closeLine();
    }

    private static void footer(Markup page, ReportDocument document, FixedWords words) {
        page.open("div", "id", "footer").open("table").open("tr");
        page.element("td", document.title(), "class", "title");
        page.open("td", "class", "number").text(words.page() + " ").open("span", "class", "page").close().text(" " + words.of() + " ")
                .open("span", "class", "pages").close().close();
        page.close().close().closeLine();
    }

    private static void cover(Markup page, ReportDocument document) {
        page.open("div", "class", "cover").newLine();
        page.open("div", "class", "logo");
        document.brand().logo().ifPresent(logo -> LogoMarkup.write(page, logo, "style", size(logo)));
        page.closeLine();
        page.element("h1", document.title()).newLine();
        if (!document.subtitle().isEmpty()) {
            page.element("p", document.subtitle(), "class", "subtitle").newLine();
        }
        page.open("div", "class", "about").newLine();
        PrintedTable.settings(page, document.about());
        page.closeLine();
        page.closeLine();
    }

    private static String size(Logo logo) {
        double scale = Math.min(MILLIMETRES_A_PIXEL, Math.min(LOGO_WIDE / logo.width(), LOGO_HIGH / logo.height()));
        return String.format(Locale.ROOT, "width:%.3fmm;height:%.3fmm", logo.width() * scale, logo.height() * scale);
    }

    private static void contents(Markup page, List<Heading> headings, FixedWords words) {
        if (headings.isEmpty()) {
            return;
        }
        long chapters = headings.stream().filter(heading -> heading.level() == CHAPTER).count();
        boolean dense = chapters * CHAPTER_LINE + (headings.size() - chapters) * SECTION_LINE > CONTENTS;
        page.open("div", "class", dense ? "contents dense" : "contents").newLine();
        page.element("p", words.contents(), "class", "contents-title").newLine();
        for (Heading heading : headings) {
            page.open("p", "class", heading.level() == CHAPTER ? "chapter" : "section")
                    .element("a", heading.text(), "href", "#" + heading.id(), "title", heading.text()).closeLine();
        }
        page.closeLine();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The template of a consultant: a file {@code .docx} or {@code .dotx} of Word's, of which a report takes over the styles with
 * their fonts and lists, paper and margins, and what stands above and below the text of each page. Its text is not taken over, nor
 * are macros, embedded objects, or anything that the file refers to outside itself. Immutable, thread-safe.
 */
public final class WordTemplate {

    private static final String MAIN = "officeDocument";
    /** Narrower lines, in twentieths of a point (80 mm), have no room for a table. */
    private static final int NARROWEST = 4_536;
    /** Word's largest paper, 22 inches, in twentieths of a point. */
    private static final int LARGEST = 31_680;
    /** Twentieths of a point in an inch, and millimetres. */
    private static final double INCH = 1_440;
    private static final double MILLIMETRES = 25.4;

    private final byte[] styles;
    private final Optional<byte[]> lists;
    private final Optional<byte[]> theme;
    private final Page page;
    private final boolean titlePage;
    private final List<Letterhead> letterheads;

    private WordTemplate(Parts parts, String main) throws WordTemplateException {
        styles = styles(parts, main);
        lists = lists(parts, main);
        theme = theme(parts, main);
        Element body = Xml.child(parts.xml(main).getDocumentElement(), "body")
                .orElseThrow(() -> new WordTemplateException("is no text document of Word's"));
        Optional<Element> section = Xml.child(body, "sectPr"); // the last one
        page = section.isPresent() ? page(section.get()) : Page.A4;
        titlePage = section.flatMap(each -> Xml.child(each, "titlePg")).isPresent();
        letterheads = letterheads(parts, main, body);
        tryOut();
    }

    /**
     * Reads a template.
     *
     * @param file the bytes of the file
     * @throws WordTemplateException if it is none; the message goes on a sentence that begins with the name of the file
     */
    public static WordTemplate read(byte[] file) throws WordTemplateException {
        Parts parts = Parts.of(file);
        String main = parts.related("", MAIN).orElseThrow(() -> new WordTemplateException("is no Word file"));
        Element root = parts.xml(main).getDocumentElement();
        if (!root.getLocalName().equals("document")) {
            throw new WordTemplateException("is no text document of Word's, but has a " + root.getLocalName());
        }
        if (!Xml.W.equals(root.getNamespaceURI())) {
            throw new WordTemplateException("is of the form \"Strict Open XML\": save it as \"Word Document\" or \"Word Template\"");
        }
        return new WordTemplate(parts, main);
    }

    /** Anew for each report, which changes it. */
    Document styles() {
        return parsed(styles);
    }

    Optional<Document> lists() {
        return lists.map(WordTemplate::parsed);
    }

    /** Not to be changed. */
    Optional<byte[]> theme() {
        return theme;
    }

    Page page() {
        return page;
    }

    /** Whether headers and footers of the first page are its own. */
    boolean titlePage() {
        return titlePage;
    }

    List<Letterhead> letterheads() {
        return letterheads;
    }

    private static byte[] styles(Parts parts, String main) throws WordTemplateException {
        Document styles = parts.xml(parts.related(main, "styles").orElseThrow(() -> new WordTemplateException("has no styles")));
        Xml.keepOnlyWord(styles.getDocumentElement());
        if (Xml.children(styles.getDocumentElement(), "style").isEmpty()) {
            throw new WordTemplateException("has no styles");
        }
        return Xml.bytes(styles);
    }

    /** Without pictures as bullets, which are parts of their own. */
    private static Optional<byte[]> lists(Parts parts, String main) throws WordTemplateException {
        Optional<String> part = parts.related(main, "numbering");
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Document lists = parts.xml(part.get());
        Xml.keepOnlyWord(lists.getDocumentElement());
        Xml.descendants(lists.getDocumentElement()).stream()
                .filter(element -> List.of("numPicBullet", "lvlPicBulletId", "numIdMacAtCleanup").contains(element.getLocalName()))
                .filter(element -> element.getParentNode() != null).forEach(Xml::remove);
        return Optional.of(Xml.bytes(lists));
    }

    /** Fonts and colours that styles refer to by their part in it; one with pictures of its own is left out. */
    private static Optional<byte[]> theme(Parts parts, String main) throws WordTemplateException {
        Optional<String> part = parts.related(main, "theme");
        if (part.isEmpty() || !parts.relations(part.get()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Xml.bytes(parts.xml(part.get())));
    }

    private static Page page(Element section) throws WordTemplateException {
        Optional<Element> size = Xml.child(section, "pgSz");
        Optional<Element> margins = Xml.child(section, "pgMar");
        Page page = new Page(length(size, "w", Page.A4.wide()), length(size, "h", Page.A4.high()),
                length(margins, "left", Page.A4.left()) + length(margins, "gutter", 0), length(margins, "right", Page.A4.right()),
                length(margins, "top", Page.A4.top()), length(margins, "bottom", Page.A4.bottom()),
                length(margins, "header", Page.A4.header()), length(margins, "footer", Page.A4.footer()));
        if (page.text() < NARROWEST) {
            throw new WordTemplateException("leaves " + millimetres(page.text()) + " mm between the margins: a report needs "
                    + millimetres(NARROWEST) + " mm");
        }
        if (page.lines() < Figures.LOWEST) {
            throw new WordTemplateException("leaves " + millimetres(page.lines()) + " mm between the upper and the lower margin: a report needs "
                    + millimetres(Figures.LOWEST) + " mm");
        }
        return page;
    }

    private static long millimetres(int length) {
        return Math.round(length / INCH * MILLIMETRES);
    }

    /** A negative margin stays where it is when a header grows; here it is as any other. */
    private static int length(Optional<Element> element, String attribute, int otherwise) throws WordTemplateException {
        String value = element.map(each -> Xml.attribute(each, attribute)).orElse("");
        try {
            double length = value.isEmpty() ? otherwise : Math.abs(Double.parseDouble(value));
            if (length <= LARGEST) {
                return (int) Math.round(length);
            }
        } catch (NumberFormatException e) {
            // As one that is too large.
        }
        throw new WordTemplateException("is damaged: its paper has the length " + value);
    }

    /** Of the last section, which has those of the one before where it has none of its own (ECMA-376 part 1, section 17.10.1). */
    private static List<Letterhead> letterheads(Parts parts, String main, Element body) throws WordTemplateException {
        Map<String, Parts.Relation> relations = parts.relations(main);
        List<Element> sections = Xml.descendants(body).stream().filter(WordTemplate::section).toList();
        List<Letterhead> found = new ArrayList<>();
        for (String where : List.of("header", "footer")) {
            Map<Boolean, Parts.Relation> last = new LinkedHashMap<>();
            for (Element section : sections) {
                for (Element reference : Xml.children(section, where + "Reference")) {
                    Parts.Relation relation = relations.get(reference.getAttributeNS(Xml.R, "id"));
                    String pages = Xml.attribute(reference, "type");
                    if (relation != null && !pages.equals("even")) {
                        last.put(pages.equals("first"), relation);
                    }
                }
            }
            for (Map.Entry<Boolean, Parts.Relation> each : last.entrySet()) {
                found.add(Letterhead.read(parts, each.getValue().target(), where.equals("header"), each.getKey()));
            }
        }
        return List.copyOf(found);
    }

    /** What a section is, and not what it was before a change that is kept in mind. */
    private static boolean section(Element element) {
        return Xml.W.equals(element.getNamespaceURI()) && element.getLocalName().equals("sectPr")
                && !element.getParentNode().getLocalName().equals("sectPrChange");
    }

    /** So that no report finds out later. */
    private void tryOut() throws WordTemplateException {
        try (XWPFDocument docx = new XWPFDocument()) {
            StyleSheet sheet = StyleSheet.of(Brand.NONE, Language.ENGLISH, page.text(), Optional.of(styles()));
            Numbering numbering = new Numbering(sheet, lists());
            sheet.into(docx);
            numbering.number(List.of(docx.createParagraph()), true);
            numbering.number(List.of(docx.createParagraph()), false);
            numbering.into(docx);
        } catch (NumberFormatException e) {
            throw new WordTemplateException("is damaged: the number of a list is none: " + e.getMessage());
        } catch (IllegalStateException | IOException e) {
            throw new WordTemplateException("is damaged: " + e.getMessage());
        }
    }

    private static Document parsed(byte[] xml) {
        try {
            return Xml.parse(xml);
        } catch (SAXException e) {
            throw new IllegalStateException("what was read before cannot be read", e);
        }
    }
}

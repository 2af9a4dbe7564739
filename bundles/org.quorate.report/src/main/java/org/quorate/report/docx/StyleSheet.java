// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The styles of one document: those of a consultant's own file, and ours where that has none of the same name. Styles are
 * told by their names, since Word translates the ids of its own: "heading 1" is {@code berschrift1} in German.
 */
final class StyleSheet {

    private static final int WHITE = 0xFFFFFF;
    /** How much of the accent is in the shade behind a verdict, of 64. */
    private static final int TINT = 6;
    /** Stand in our styles for the accent, for that shade, and for the right end of a line in twentieths of a point. */
    private static final String ACCENT = "0B4F9E";
    private static final String TINTED = "EAF2FB";
    private static final String LINE_END = "9866";
    /** The number of a list; 0 is that of none, which takes a style out of the list of the style that it is based on. */
    private static final Pattern LIST = Pattern.compile("[1-9]\\d*");
    /** Elements that name another style. */
    private static final List<String> REFERENCES = List.of("basedOn", "next", "link");

    private final Document sheet;
    /** From an id of ours to the one that the document has for it. */
    private final Map<String, String> ids;
    /** From an id of the document to the list that the style makes paragraphs part of. */
    private final Map<String, String> lists = new HashMap<>();

    private StyleSheet(Document sheet, Map<String, String> ids) {
        this.sheet = sheet;
        this.ids = ids;
        for (Element style : Xml.children(sheet.getDocumentElement(), "style")) {
            Xml.child(style, "pPr").flatMap(paragraph -> Xml.child(paragraph, "numPr"))
                    .map(list -> Xml.value(list, "numId")).filter(list -> LIST.matcher(list).matches())
                    .ifPresent(list -> lists.put(Xml.attribute(style, "styleId"), list));
        }
    }

    /**
     * For a report.
     *
     * @param brand    has the colour of our titles
     * @param language of the text, for the word processor's spelling
     * @param wide     of lines, in twentieths of a point
     * @param theirs   the consultant's styles, which win; empty: there are none
     */
    static StyleSheet of(Brand brand, Language language, int wide, Optional<Document> theirs) {
        Document ours = ours(brand, wide);
        StyleSheet sheet = theirs.map(styles -> merged(styles, ours)).orElseGet(() -> new StyleSheet(ours, Map.of()));
        sheet.speak(language);
        return sheet;
    }

    /** What the document calls that style. */
    String id(Style style) {
        return ids.getOrDefault(style.id(), style.id());
    }

    /** The list ({@code numId}) that the style itself makes paragraphs part of, if it does. */
    Optional<String> list(Style style) {
        return Optional.ofNullable(lists.get(id(style)));
    }

    void into(XWPFDocument docx) {
        try {
            docx.createStyles().setStyles(StylesDocument.Factory.parse(sheet).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("the styles could not be put into the document", e);
        }
    }

    private static Document ours(Brand brand, int wide) {
        String xml = new String(Resources.read("styles.xml"), StandardCharsets.UTF_8)
                .replace(LINE_END, Integer.toString(wide)) // first: a colour may have the same digits
                .replace(TINTED, hex(brand.tint(WHITE, TINT)))
                .replace(ACCENT, hex(brand.accentOn(WHITE)));
        try {
            return Xml.parse(xml.getBytes(StandardCharsets.UTF_8));
        } catch (SAXException e) {
            throw new IllegalStateException("the styles of this installation are damaged", e);
        }
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "%06X", colour);
    }

    /** Adds ours to theirs, under ids that are free. */
    private static StyleSheet merged(Document theirs, Document ours) {
        Map<String, String> known = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Element style : Xml.children(theirs.getDocumentElement(), "style")) {
            known.putIfAbsent(key(style), Xml.attribute(style, "styleId"));
            taken.add(Xml.attribute(style, "styleId"));
        }
        Map<String, String> ids = new HashMap<>();
        List<Element> added = Xml.children(ours.getDocumentElement(), "style").stream().filter(style -> !known.containsKey(key(style))).toList();
        for (Element style : Xml.children(ours.getDocumentElement(), "style")) {
            String id = Xml.attribute(style, "styleId");
            ids.put(id, known.containsKey(key(style)) ? known.get(key(style)) : free(id, taken));
        }
        for (Element style : added) {
            Element copy = (Element) theirs.importNode(style, true);
            Xml.set(copy, "styleId", ids.get(Xml.attribute(style, "styleId")));
            copy.removeAttributeNS(Xml.W, "default");
            for (String reference : REFERENCES) {
                Xml.child(copy, reference).ifPresent(element -> Xml.set(element, "val", ids.get(Xml.attribute(element, "val"))));
            }
            theirs.getDocumentElement().appendChild(copy);
        }
        return new StyleSheet(theirs, ids);
    }

    private static String key(Element style) {
        return Xml.attribute(style, "type") + " " + Xml.value(style, "name").toLowerCase(Locale.ROOT);
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        while (!taken.add(free)) {
            free += "Q";
        }
        return free;
    }

    /** The language is that of the report and not of whose styles these are. */
    private void speak(Language language) {
        Element root = sheet.getDocumentElement();
        Xml.descendants(root).stream().filter(element -> element.getLocalName().equals("lang")).forEach(Xml::remove);
        Element defaults = Xml.child(root, "docDefaults").orElseGet(() -> added(root, "docDefaults"));
        Element runs = Xml.child(defaults, "rPrDefault").orElseGet(() -> added(defaults, "rPrDefault"));
        Element properties = Xml.child(runs, "rPr").orElseGet(() -> added(runs, "rPr"));
        Element lang = sheet.createElementNS(Xml.W, "w:lang");
        Xml.set(lang, "val", switch (language) {
            case ENGLISH -> "en-GB";
            case GERMAN -> "de-DE";
        });
        properties.appendChild(lang);
    }

    private Element added(Element parent, String name) {
        return (Element) parent.insertBefore(sheet.createElementNS(Xml.W, "w:" + name), parent.getFirstChild());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The lists of one document: those that a consultant's styles have, and ours. Not thread-safe. */
final class Numbering {

    private final Document lists;
    private final StyleSheet sheet;
    private final int bullets;
    private final int numbers;
    private final String bulletList;

    /**
     * For a document.
     *
     * @param sheet  its styles
     * @param theirs lists that the styles of a consultant refer to; empty: there are none
     */
    Numbering(StyleSheet sheet, Optional<Document> theirs) {
        this.sheet = sheet;
        Document ours = ours();
        lists = theirs.orElseGet(Numbering::ours);
        Element root = lists.getDocumentElement();
        if (theirs.isPresent()) {
            int free = free("abstractNum", "abstractNumId");
            Element first = Xml.child(root, "num").orElse(null);
            for (Element kind : Xml.children(ours.getDocumentElement(), "abstractNum")) {
                Element copy = (Element) root.insertBefore(lists.importNode(kind, true), first);
                Xml.set(copy, "abstractNumId", Integer.toString(free + Integer.parseInt(Xml.attribute(kind, "abstractNumId"))));
            }
            bullets = free;
        } else {
            bullets = 0;
        }
        numbers = bullets + 1;
        bulletList = sheet.list(Style.BULLET).orElseGet(() -> Xml.attribute(added(bullets), "numId"));
    }

    /** Makes paragraphs the items of a list of their own. */
    void number(List<XWPFParagraph> items, boolean ordered) {
        Style style = ordered ? Style.NUMBER : Style.BULLET;
        String list = ordered ? fresh() : bulletList;
        for (XWPFParagraph item : items) {
            item.setStyle(sheet.id(style));
            item.setNumID(new BigInteger(list));
            item.setNumILvl(BigInteger.ZERO);
        }
    }

    void into(XWPFDocument docx) {
        try {
            docx.createNumbering().setNumbering(NumberingDocument.Factory.parse(lists).getNumbering());
        } catch (XmlException e) {
            throw new IllegalStateException("the lists could not be put into the document", e);
        }
    }

    /** A list that begins at 1, of the kind that the style has, if it has one. */
    private String fresh() {
        int kind = sheet.list(Style.NUMBER).flatMap(this::kind).orElse(numbers);
        Element list = added(kind);
        Element level = lists.createElementNS(Xml.W, "w:lvlOverride");
        Xml.set(level, "ilvl", "0");
        Element start = lists.createElementNS(Xml.W, "w:startOverride");
        Xml.set(start, "val", "1");
        list.appendChild(level).appendChild(start);
        return Xml.attribute(list, "numId");
    }

    private Optional<Integer> kind(String list) {
        return Xml.children(lists.getDocumentElement(), "num").stream().filter(num -> Xml.attribute(num, "numId").equals(list))
                .findFirst().map(num -> Integer.valueOf(Xml.value(num, "abstractNumId")));
    }

    private Element added(int kind) {
        Element list = lists.createElementNS(Xml.W, "w:num");
        Xml.set(list, "numId", Integer.toString(Math.max(1, free("num", "numId"))));
        Element of = lists.createElementNS(Xml.W, "w:abstractNumId");
        Xml.set(of, "val", Integer.toString(kind));
        list.appendChild(of);
        lists.getDocumentElement().appendChild(list);
        return list;
    }

    /** The lowest number above all that are in use. */
    private int free(String element, String id) {
        return 1 + Xml.children(lists.getDocumentElement(), element).stream().mapToInt(each -> Integer.parseInt(Xml.attribute(each, id)))
                .max().orElse(-1);
    }

    private static Document ours() {
        try {
            return Xml.parse(Resources.read("numbering.xml"));
        } catch (SAXException e) {
            throw new IllegalStateException("the lists of this installation are damaged", e);
        }
    }
}

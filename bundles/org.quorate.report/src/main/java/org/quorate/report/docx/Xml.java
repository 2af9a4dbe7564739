// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML of word processors. What is read may come from anybody: it is never let fetch or define anything. */
final class Xml {

    /** Of WordprocessingML (ECMA-376 part 1, section 17), in the transitional form that all programs write. */
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    /** Of references from a part to another part (ECMA-376 part 1, section 22.8). */
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Elements one inside another; Word writes some tens. Writing a document recurs into it, on a stack that has its end. */
    private static final int DEEPEST = 256;

    private Xml() {
    }

    /** @throws SAXException if it is not well-formed, has a document type, or is too deep */
    static Document parse(byte[] xml) throws SAXException {
        try {
            Document document = XMLHelper.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            refuseDepth(document);
            return document;
        } catch (IOException e) {
            throw new SAXException("bytes that are no characters", e);
        }
    }

    /** Goes through all nodes without going deeper itself. */
    private static void refuseDepth(Document document) throws SAXException {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > DEEPEST) {
                    throw new SAXException("more than " + DEEPEST + " elements one inside another");
                }
            } else {
                while (node != null && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == null ? null : node.getNextSibling();
            }
        }
    }

    static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XMLHelper.newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a part of the document could not be written", e);
        }
    }

    /** Elements of Word's inside an element, one level down, with that name. */
    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && W.equals(element.getNamespaceURI()) && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** All elements inside, at any depth, in order; the list does not change with the document. */
    static List<Element> descendants(Element parent) {
        List<Element> all = new ArrayList<>();
        var found = parent.getElementsByTagName("*");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /** An attribute of Word's; empty: there is none. */
    static String attribute(Element element, String name) {
        return element.getAttributeNS(W, name);
    }

    static void set(Element element, String name, String value) {
        element.setAttributeNS(W, "w:" + name, value);
    }

    /** The {@code w:val} of a child; empty: there is none. */
    static String value(Element parent, String name) {
        return child(parent, name).map(child -> attribute(child, "val")).orElse("");
    }

    static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    /** Takes away what is in other namespaces than Word's own: extensions of one program, which another might refuse. */
    static void keepOnlyWord(Element root) {
        for (Element element : descendants(root)) {
            if (!W.equals(element.getNamespaceURI()) && element.getParentNode() != null) {
                remove(element);
            }
        }
        keepOnlyWordAttributes(root);
        descendants(root).forEach(Xml::keepOnlyWordAttributes);
    }

    private static void keepOnlyWordAttributes(Element element) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Node attribute = element.getAttributes().item(i);
            String space = attribute.getNamespaceURI();
            if (!W.equals(space) && !"http://www.w3.org/XML/1998/namespace".equals(space)) {
                element.removeAttributeNode((org.w3c.dom.Attr) attribute);
            }
        }
        element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:w", W);
    }
}

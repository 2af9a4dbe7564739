// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A rendered page, read by a strict XML parser.
 *
 * @param root its html element
 */
record Page(Element root) {

    private static final Set<String> LEAVES = Set.of("h1", "h2", "h3", "p", "dt", "dd", "caption", "th", "td", "code");

    static Page parsed(String html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        // "<!DOCTYPE html>" names no external subset, so nothing is fetched.
        builder.setEntityResolver((publicId, systemId) -> {
            throw new AssertionError("asks for " + systemId);
        });
        return new Page(builder.parse(new InputSource(new StringReader(html))).getDocumentElement());
    }

    List<Element> elements(String name) {
        List<Element> elements = new ArrayList<>();
        NodeList list = root.getElementsByTagName(name);
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }

    /** What a reader reads outside of charts, in order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Element element : elements("*")) {
            boolean title = element.getTagName().equals("strong") || element.getTagName().equals("span")
                    && ((Element) element.getParentNode()).getTagName().equals("figcaption");
            boolean item = element.getTagName().equals("li") && ((Element) element.getParentNode()).getAttribute("class").equals("items");
            if ((LEAVES.contains(element.getTagName()) || title || item) && !element.getTextContent().isEmpty()) {
                // Which spaces keep words together is a matter of lines, not of words; the lead of a notice is the page's.
                Element lead = child(element, "lead");
                String text = element.getTextContent().substring(lead == null ? 0 : lead.getTextContent().length() + 1);
                texts.add(text.replace('\u00a0', ' '));
            }
        }
        return texts;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of that class; null if there is none. */
    static Element child(Element parent, String style) {
        return children(parent).stream().filter(c -> c.getAttribute("class").equals(style)).findFirst().orElse(null);
    }
}

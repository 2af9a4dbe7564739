// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A header or footer of a template, made harmless: its pictures are those inside the file, it refers to nothing else, and its
 * fields are of the kinds that fetch nothing. Immutable.
 *
 * @param header whether it stands above the text, else below
 * @param first  on the first page only, else on all others, too
 * @param xml    of the part; not to be changed
 * @param images that it shows, by the id that it calls them by
 */
record Letterhead(boolean header, boolean first, byte[] xml, Map<String, Image> images) {

    /** Fields that say something of the document itself (ECMA-376 part 1, section 17.16.5). */
    private static final Set<String> FIELDS = Set.of("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TITLE", "SUBJECT", "AUTHOR",
            "KEYWORDS", "COMMENTS", "DOCPROPERTY", "STYLEREF", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME");
    /** Form of pictures, by the ending of the name: what Word writes. */
    private static final Map<String, String> PICTURES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif",
            "image/gif", "emf", "image/x-emf", "wmf", "image/x-wmf");
    /** Elements around a picture: without the picture they are nothing. */
    private static final Set<String> FRAMES = Set.of("drawing", "pict", "object");
    /** Drawings (ECMA-376 part 1, section 20.1), in which an extension says what a program may leave out: a picture once more, as SVG. */
    private static final String DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/main";
    /** Attributes with addresses, whatever their namespace: VML (ECMA-376 part 4, section 19) has the same ones in two. */
    private static final Set<String> ADDRESSES = Set.of("src", "href", "althref", "relid");
    private static final Set<String> UNWANTED = Set.of("object", "control", "altChunk", "subDoc", "dataBinding", "attachedTemplate");

    /**
     * A picture.
     *
     * @param ending of its name
     * @param kind   its type of content
     * @param bytes  not to be changed
     */
    record Image(String ending, String kind, byte[] bytes) {
    }

    static Letterhead read(Parts parts, String part, boolean header, boolean first) throws WordTemplateException {
        Document xml = parts.xml(part);
        Element root = xml.getDocumentElement();
        String where = header ? "header" : "footer";
        refuseFields(root, where);
        Map<String, Image> images = new LinkedHashMap<>();
        for (Map.Entry<String, Parts.Relation> each : parts.relations(part).entrySet()) {
            String target = each.getValue().target();
            String ending = target.substring(target.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (each.getValue().type().equals("image") && PICTURES.containsKey(ending)) {
                images.put(each.getKey(), new Image(ending, PICTURES.get(ending), parts.bytes(target)));
            }
        }
        for (Element element : Xml.descendants(root)) {
            if (UNWANTED.contains(element.getLocalName())) {
                removed(element);
            } else {
                clean(element, images.keySet());
            }
        }
        return new Letterhead(header, first, Xml.bytes(xml), images);
    }

    /** Takes from an element what refers to anything but the pictures. */
    private static void clean(Element element, Set<String> images) {
        boolean shows = false;
        boolean refers = false;
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (Xml.R.equals(attribute.getNamespaceURI())) {
                boolean image = images.contains(attribute.getValue());
                shows |= image;
                refers |= !image;
                if (!image) {
                    element.removeAttributeNode(attribute);
                }
            } else if (ADDRESSES.contains(attribute.getLocalName())) {
                element.removeAttributeNode(attribute);
            }
        }
        if (!refers || shows) {
            return;
        }
        if (element.getLocalName().equals("hyperlink")) {
            unwrap(element);
        } else if (element.getLocalName().startsWith("hlink")) {
            removed(element);
        } else {
            removed(frame(element));
        }
    }

    /** What is left out with a picture: its extension if it stands in one, else all that is around it. */
    private static Element frame(Element picture) {
        for (Node node = picture; node instanceof Element element; node = node.getParentNode()) {
            boolean extension = DRAWINGS.equals(element.getNamespaceURI()) && element.getLocalName().equals("ext");
            if (extension || Xml.W.equals(element.getNamespaceURI()) && FRAMES.contains(element.getLocalName())) {
                return element;
            }
        }
        return picture;
    }

    private static void unwrap(Element element) {
        while (element.getFirstChild() != null) {
            element.getParentNode().insertBefore(element.getFirstChild(), element);
        }
        removed(element);
    }

    private static void removed(Element element) {
        if (element.getParentNode() != null) {
            Xml.remove(element);
        }
    }

    private static void refuseFields(Element root, String where) throws WordTemplateException {
        Deque<StringBuilder> open = new ArrayDeque<>();
        for (Element element : Xml.descendants(root)) {
            switch (element.getLocalName()) {
                case "fldSimple" -> refuse(Xml.attribute(element, "instr"), where);
                case "instrText" -> {
                    if (!open.isEmpty()) {
                        open.peek().append(element.getTextContent());
                    }
                }
                case "fldChar" -> {
                    if (Xml.attribute(element, "fldCharType").equals("begin")) {
                        open.push(new StringBuilder());
                    } else if (Xml.attribute(element, "fldCharType").equals("end") && !open.isEmpty()) {
                        refuse(open.pop().toString(), where);
                    }
                }
                default -> {
                    // No field.
                }
            }
        }
        for (StringBuilder left : open) {
            refuse(left.toString(), where);
        }
    }

    private static void refuse(String instruction, String where) throws WordTemplateException {
        String name = instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (!name.isEmpty() && !FIELDS.contains(name)) {
            throw new WordTemplateException("has the field " + name + " in a " + where + ", which a report cannot take over: remove it there");
        }
    }
}

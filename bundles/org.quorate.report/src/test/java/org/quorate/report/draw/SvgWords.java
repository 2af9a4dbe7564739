// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The texts of an SVG and where they stand, measured with the font that charts are laid out with.
 *
 * @param page  the view box
 * @param words in order
 */
record SvgWords(Rectangle2D page, List<Word> words) {

    private static final Pattern STEP = Pattern.compile("(translate|rotate)\\(([^)]*)\\)|(\\S)");

    /**
     * A text.
     *
     * @param text what it says
     * @param box  what it covers, from the top of capitals to the base line
     */
    record Word(String text, Rectangle2D box) {
    }

    static SvgWords of(String svg) throws Exception {
        Element root = parsed(svg);
        String[] box = root.getAttribute("viewBox").split(" ");
        Fonts fonts = Fonts.load();
        List<Word> words = new ArrayList<>();
        NodeList texts = root.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(word((Element) texts.item(i), fonts));
        }
        return new SvgWords(new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3])),
                words);
    }

    /** By a strict parser that fetches nothing. */
    static Element parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }

    private static Word word(Element element, Fonts fonts) {
        float points = Float.parseFloat(style(element, "font-size").replace("px", ""));
        boolean bold = style(element, "font-weight").equals("bold");
        double width = Look.width(element.getTextContent(),
                (bold ? fonts.bold() : fonts.regular()).deriveFont(points));
        double height = points * 0.69;
        Rectangle2D box = new Rectangle2D.Double(Double.parseDouble(element.getAttribute("x")),
                Double.parseDouble(element.getAttribute("y")) - height, width, height);
        return new Word(element.getTextContent(), transform(element).createTransformedShape(box).getBounds2D());
    }

    /** Of the element or of the nearest one around it that says. */
    private static String style(Element element, String property) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            for (String declaration : around.getAttribute("style").split(";")) {
                if (declaration.startsWith(property + ":")) {
                    return declaration.substring(property.length() + 1).strip();
                }
            }
        }
        throw new AssertionError("no " + property + ": " + element.getTextContent());
    }

    private static AffineTransform transform(Element element) {
        AffineTransform transform = new AffineTransform();
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            AffineTransform own = new AffineTransform();
            Matcher step = STEP.matcher(around.getAttribute("transform"));
            while (step.find()) {
                if (step.group(3) != null) {
                    throw new AssertionError("not understood: " + around.getAttribute("transform"));
                }
                double[] n = Arrays.stream(step.group(2).split(",")).mapToDouble(Double::parseDouble).toArray();
                if (step.group(1).equals("rotate")) {
                    own.rotate(Math.toRadians(n[0]));
                } else {
                    own.translate(n[0], n[1]);
                }
            }
            transform.preConcatenate(own);
        }
        return transform;
    }

    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    List<String> outside() {
        return words.stream().filter(word -> !page.contains(word.box())).map(Word::text).toList();
    }

    List<String> overlapping() {
        List<String> overlapping = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (words.get(i).box().intersects(words.get(j).box())) {
                    overlapping.add(words.get(i).text() + " | " + words.get(j).text());
                }
            }
        }
        return overlapping;
    }
}

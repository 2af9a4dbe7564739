// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The texts of an SVG and where they stand, measured with the font that charts are laid out with.
 *
 * @param page  the view box
 * @param words in order
 */
record SvgWords(Rectangle2D page, List<Word> words) {

    private static final Pattern SIZE = Pattern.compile("font-size: ([0-9.]+)px");
    private static final Pattern MATRIX = Pattern.compile("matrix\\(([^)]*)\\)");

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
        String style = element.getAttribute("style");
        Matcher size = SIZE.matcher(style);
        if (!size.find()) {
            throw new AssertionError("no font size: " + style);
        }
        float points = Float.parseFloat(size.group(1));
        double width = Look.width(element.getTextContent(),
                (style.contains("bold") ? fonts.bold() : fonts.regular()).deriveFont(points));
        double height = points * 0.69;
        Rectangle2D box = new Rectangle2D.Double(Double.parseDouble(element.getAttribute("x")),
                Double.parseDouble(element.getAttribute("y")) - height, width, height);
        Matcher matrix = MATRIX.matcher(((Element) element.getParentNode()).getAttribute("transform"));
        if (matrix.find()) {
            String[] m = matrix.group(1).split(",");
            box = new AffineTransform(Double.parseDouble(m[0]), Double.parseDouble(m[1]), Double.parseDouble(m[2]),
                    Double.parseDouble(m[3]), Double.parseDouble(m[4]), Double.parseDouble(m[5]))
                    .createTransformedShape(box).getBounds2D();
        }
        return new Word(element.getTextContent(), box);
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

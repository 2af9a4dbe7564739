// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Font;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.svggen.SVGCSSStyler;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Turns the tree that Batik drew into the finished element.
 *
 * <p>Colours: a chart is drawn with a palette that gives every ink a colour of its own, and each of these is then
 * replaced by what stands for the ink. That lets a page decide the colours; in style attributes, as CSS variables are
 * not specified for the attribute {@code fill}.
 *
 * <p>Width: every text says how wide it was measured. A reader without one of the fonts that have these widths gets another
 * one squeezed into that room, instead of words that run over their neighbours or are cut.
 *
 * <p>Size: what every text says again, the font family, is said once, and what CSS takes for granted is left out.
 */
final class SvgTree {

    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Set<String> PAINTS = Set.of("fill", "stroke");
    /** At the root Batik states every default; these are those of CSS, or are of no consequence here. */
    private static final Set<String> GRANTED = Set.of("fill", "fill-opacity", "stroke", "stroke-opacity",
            "color-interpolation", "color-rendering", "image-rendering", "shape-rendering", "text-rendering");
    private static final Pattern LINKS = Pattern.compile(" xmlns:xlink=\"[^\"]*\"");
    /** Line breaks stand inside of tags; in texts and values the closing bracket is always escaped. */
    private static final Pattern INDENTED = Pattern.compile("\\s+(/?>)");
    /** The first of the colours that stand for inks; their order is that of the inks. */
    private static final int FIRST = 0x010100;

    private final SvgCanvas canvas;
    private final Fonts fonts;
    private final Function<Ink, String> css;

    /** What is on the canvas, measured with those fonts; {@code css} says what stands for an ink. */
    SvgTree(SvgCanvas canvas, Fonts fonts, Function<Ink, String> css) {
        this.canvas = canvas;
        this.fonts = fonts;
        this.css = css;
    }

    static Palette placeholders() {
        Map<Ink, Integer> colours = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            colours.put(ink, FIRST + ink.ordinal());
        }
        return new Palette(colours);
    }

    /** The finished element, in pixels. Takes the drawing off the canvas. */
    String finished(String id, int width, int height) {
        Element root = canvas.getRoot();
        SVGCSSStyler.style(root);
        // The definitions of gradients and filters, which no chart has: always the first, always under the same id.
        root.removeChild(root.getFirstChild());
        dropEmptyTexts(root.getElementsByTagName("text"));
        holdWidths(root.getElementsByTagName("text"));
        rewriteStyles(root.getElementsByTagName("*"));
        root.setAttribute("style", "font-family:" + Fonts.SVG_FAMILY + ";" + style(root, GRANTED, value -> value));
        root.setAttribute("id", id);
        root.setAttribute("width", width + "px");
        root.setAttribute("height", height + "px");
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        // Batik declares this prefix only now, and nothing uses it.
        String svg = LINKS.matcher(canvas.written(root)).replaceFirst("");
        return INDENTED.matcher(svg).replaceAll("$1");
    }

    /** JFreeChart draws the empty labels of marks. */
    private static void dropEmptyTexts(NodeList texts) {
        // The list is live.
        for (int i = texts.getLength() - 1; i >= 0; i--) {
            if (texts.item(i).getTextContent().isEmpty()) {
                texts.item(i).getParentNode().removeChild(texts.item(i));
            }
        }
    }

    private void holdWidths(NodeList texts) {
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            String words = text.getTextContent();
            Font face = inherited(text, "font-weight").equals("bold") ? fonts.bold() : fonts.regular();
            String size = inherited(text, "font-size").replace("px", "");
            // What the face has no glyph for was measured as an empty box: the reader's own font knows better.
            if (!size.isEmpty() && face.canDisplayUpTo(words) < 0) {
                double width = Look.width(words, face.deriveFont(Float.parseFloat(size)));
                text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", width));
                text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            }
        }
    }

    /** What the element or the nearest one around it says of a property; empty if none does. */
    private static String inherited(Element element, String property) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            for (String declaration : around.getAttribute("style").split(";")) {
                String[] parts = declaration.strip().split(":", 2);
                if (parts.length == 2 && parts[0].equals(property)) {
                    return parts[1].strip();
                }
            }
        }
        return "";
    }

    private void rewriteStyles(NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.hasAttribute("style")) {
                element.setAttribute("style", style(element, Set.of(), this::paint));
            }
        }
    }

    private static String style(Element element, Set<String> without, UnaryOperator<String> paint) {
        List<String> kept = new ArrayList<>();
        for (String declaration : element.getAttribute("style").split(";")) {
            String[] parts = declaration.strip().split(":", 2);
            if (parts.length == 2 && !parts[0].equals("font-family") && !without.contains(parts[0])) {
                kept.add(parts[0] + ":" + (PAINTS.contains(parts[0]) ? paint.apply(parts[1]) : parts[1]));
            }
        }
        return String.join(";", kept);
    }

    private String paint(String value) {
        Matcher colour = COLOUR.matcher(value);
        if (!colour.matches()) {
            if (value.equals("none")) {
                return value;
            }
            throw new IllegalStateException("a chart was drawn with a paint that is no colour: " + value);
        }
        int rgb = Integer.parseInt(colour.group(1)) << 16 | Integer.parseInt(colour.group(2)) << 8
                | Integer.parseInt(colour.group(3));
        int index = rgb - FIRST;
        if (index < 0 || index >= Ink.values().length) {
            throw new IllegalStateException("a chart was drawn with a colour that is no ink: " + value);
        }
        return css.apply(Ink.values()[index]);
    }
}

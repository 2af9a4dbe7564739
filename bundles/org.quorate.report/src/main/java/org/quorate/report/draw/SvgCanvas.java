// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Graphics;
import java.awt.RenderingHints;
import java.io.StringWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.CachedImageHandlerBase64Encoder;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a chart is drawn on to become SVG: Batik's, made to give the same bytes whenever and wherever. One drawing, one
 * thread.
 */
final class SvgCanvas extends SVGGraphics2D {

    /** The prefix is that of all ids, so that several drawings can stand in one page. */
    SvgCanvas(String prefix) {
        super(new Context(document(), prefix), false);
        measureInFractions();
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
        measureInFractions();
    }

    private void measureInFractions() {
        // Widths in whole pixels, which depend on hinting, are what Batik lays text out with otherwise.
        fmg.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        fmg.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    /** That tree as text, without the XML declaration and the document type, which have no place in a page. */
    String written(Element root) {
        StringWriter text = new StringWriter();
        try {
            stream(root, text, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("a chart could not be written", e);
        }
        String document = text.toString();
        return document.substring(document.indexOf("<svg"));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG_NAMESPACE_URI, SVG_SVG_TAG, null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML", e);
        }
    }

    private static final class Context extends SVGGeneratorContext {

        Context(Document document, String prefix) {
            super(document);
            setIDGenerator(new SVGIDGenerator() {
                @Override
                public String generateID(String name) {
                    return prefix + super.generateID(name);
                }
            });
            setExtensionHandler(new DefaultExtensionHandler());
            setImageHandler(new ImageHandlerBase64Encoder());
            setGenericImageHandler(new CachedImageHandlerBase64Encoder());
            setStyleHandler(new DefaultStyleHandler());
            setErrorHandler(new DefaultErrorHandler());
            setComment(null);
            // A hundredth of a pixel. The formats of setPrecision are shared by all drawings, and no two threads may use one.
            decimalFormat = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        }
    }
}

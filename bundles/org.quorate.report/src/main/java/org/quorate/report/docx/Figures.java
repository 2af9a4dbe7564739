// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Logo;
import org.quorate.report.draw.ChartPainter;

/**
 * Puts pictures into paragraphs, each with its description. Charts are pixels, and enough of them for a printer: Word shows
 * vectors of its own kinds only, and none that a drawing library of Java writes.
 */
final class Figures {

    /** Width of a chart in its own unit, so that its text of 12 has about the size of the text around it. */
    private static final int FULL_WIDTH = 720;
    /** Of one beside another, and of a half one that stands alone. */
    private static final int HALF_WIDTH = 350;
    private static final int ALONE_WIDTH = 480;
    /** Pixels a unit: about 300 dots an inch on paper. */
    private static final double CHART_SCALE = 2.9;
    /** Twentieths of a point in a point. */
    private static final int TWENTIETHS = 20;
    /** Of title and caption of a chart, in points. */
    private static final int TITLES = 110;
    /** Of a chart that can still be read, in points: 50 mm. */
    private static final int LOWEST_CHART = 142;
    /** What a chart needs between the upper and the lower margin with its title and caption, in twentieths of a point. */
    static final int LOWEST = (TITLES + LOWEST_CHART) * TWENTIETHS;
    /** A logo on the cover at most, in points: 70 mm × 25 mm. */
    private static final double LOGO_WIDE = 198;
    private static final double LOGO_HIGH = 71;
    /** Of a pixel of a logo that is smaller than that, in points: 96 dots an inch. */
    private static final double PIXEL = 0.75;

    private final ChartPainter painter;
    private final StyleSheet sheet;
    /** Points a unit of a chart. */
    private final double unit;
    /** Points that there are for a chart on a page of its own below its title and caption. */
    private final double highest;

    Figures(ChartPainter painter, StyleSheet sheet, Page page) {
        this.painter = painter;
        this.sheet = sheet;
        this.unit = page.text() / (double) TWENTIETHS / FULL_WIDTH;
        this.highest = page.lines() / (double) TWENTIETHS - TITLES;
    }

    /** How much of the page a figure takes. */
    enum Place {
        FULL(FULL_WIDTH), BESIDE(HALF_WIDTH), ALONE(ALONE_WIDTH);

        private final int units;

        Place(int units) {
            this.units = units;
        }
    }

    /**
     * Title, caption and picture.
     *
     * @param captioned whether there is a line for the caption, even if it is empty
     * @param lines     gives an empty paragraph below the last one
     */
    void figure(Figure figure, Place place, boolean captioned, Supplier<XWPFParagraph> lines) {
        XWPFParagraph title = lines.get();
        title.setStyle(sheet.id(Style.CAPTION));
        Runs.text(title, figure.chart().title());
        if (captioned) {
            XWPFParagraph caption = lines.get();
            caption.setStyle(sheet.id(Style.REMARK));
            caption.setKeepNext(true);
            Runs.text(caption, figure.caption());
        }
        XWPFParagraph picture = lines.get();
        picture.setStyle(sheet.id(Style.FIGURE));
        chart(figure.chart(), place, picture);
    }

    private void chart(ChartSpec chart, Place place, XWPFParagraph paragraph) {
        byte[] png = painter.untitledPng(chart, place.units, CHART_SCALE, Palette.LIGHT);
        double high = painter.heightOf(chart, place.units) * unit;
        double fit = Math.min(1, highest / high);
        picture(paragraph, png, Document.PICTURE_TYPE_PNG, chart.id() + ".png", place.units * unit * fit, high * fit, chart.description());
    }

    /** As large as there is room for, or as it is if that is smaller. */
    void logo(Logo logo, XWPFParagraph paragraph) {
        double scale = Math.min(PIXEL, Math.min(LOGO_WIDE / logo.width(), LOGO_HIGH / logo.height()));
        paragraph.setStyle(sheet.id(Style.LOGO));
        boolean png = logo.kind() == Logo.Kind.PNG;
        picture(paragraph, logo.bytes(), png ? Document.PICTURE_TYPE_PNG : Document.PICTURE_TYPE_JPEG, png ? "logo.png" : "logo.jpg",
                logo.width() * scale, logo.height() * scale, logo.description());
    }

    private static void picture(XWPFParagraph paragraph, byte[] bytes, int kind, String name, double wide, double high, String description) {
        try {
            XWPFRun run = paragraph.createRun();
            XWPFPicture picture = run.addPicture(new ByteArrayInputStream(bytes), kind, name, Units.toEMU(wide), Units.toEMU(high));
            describe(picture.getCTPicture().getNvPicPr().getCNvPr(), description);
            // Word reads it from the frame around the picture.
            describe(run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr(), description);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("a picture could not be put into the document", e);
        }
    }

    private static void describe(CTNonVisualDrawingProps properties, String description) {
        properties.setDescr(Runs.visible(description));
    }
}

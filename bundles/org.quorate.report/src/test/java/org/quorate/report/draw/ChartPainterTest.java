// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Cases;
import org.quorate.report.ReportFigures;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartImage;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Palette;
import org.quorate.study.result.Comparison;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartPainterTest {

    private static final ChartPainter PAINTER = new ChartPainter();

    /** Every chart of every case. */
    static Stream<Arguments> charts() {
        return Cases.all().entrySet().stream().flatMap((Map.Entry<String, Comparison> entry) ->
                ReportFigures.of(entry.getValue()).charts().stream()
                        .map(chart -> Arguments.of(entry.getKey() + ": " + chart.id(), chart)));
    }

    private static List<ChartSpec> usual() {
        return ReportFigures.of(Cases.all().get("usual")).charts();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void everyWordIsInsideAndNoTwoOverlap(String name, ChartSpec chart) throws Exception {
        for (int width : new int[] {400, 520, 1060}) {
            SvgWords words = SvgWords.of(PAINTER.inlineSvg(chart, width));
            assertEquals(List.of(), words.outside(), width + " wide");
            assertEquals(List.of(), words.overlapping(), width + " wide");
        }
    }

    @Test
    void everyWordKeepsItsRoomInAnotherFont() throws Exception {
        Fonts fonts = Fonts.load();
        NodeList texts = SvgWords.parsed(PAINTER.inlineSvg(usual().get(0), 520)).getElementsByTagName("text");
        assertTrue(texts.getLength() > 5);
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double small = Look.width(text.getTextContent(), fonts.regular().deriveFont(11f));
            double large = Look.width(text.getTextContent(), fonts.bold().deriveFont(12f));
            double held = Double.parseDouble(text.getAttribute("textLength"));
            assertTrue(held > small - 0.1 && held < large + 0.1, text.getTextContent() + " " + held);
            assertEquals("spacingAndGlyphs", text.getAttribute("lengthAdjust"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void drawsTheSameTwice(String name, ChartSpec chart) {
        assertEquals(PAINTER.svg(chart, 700, 400, Palette.LIGHT),
                new ChartPainter().svg(chart, 700, 400, Palette.LIGHT));
        assertArrayEquals(PAINTER.image(chart, 500, 300, 1, Palette.DARK).argb(),
                PAINTER.image(chart, 500, 300, 1, Palette.DARK).argb());
    }

    @Test
    void drawingsAtTheSameTimeDoNotDisturbEachOther() {
        List<ChartSpec> charts = usual();
        List<String> expected = charts.stream().map(chart -> PAINTER.inlineSvg(chart, 520)).toList();
        List<String> drawn = IntStream.range(0, 20 * charts.size()).parallel()
                .mapToObj(i -> PAINTER.inlineSvg(charts.get(i % charts.size()), 520)).toList();
        for (int i = 0; i < drawn.size(); i++) {
            assertEquals(expected.get(i % charts.size()), drawn.get(i));
        }
    }

    @Test
    void neitherLocaleNorTimeZoneMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<String> expected = usual().stream().map(chart -> PAINTER.svg(chart, 700, 400, Palette.LIGHT)).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertEquals(expected, usual().stream().map(chart -> PAINTER.svg(chart, 700, 400, Palette.LIGHT)).toList());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void textStaysText() throws Exception {
        for (ChartSpec chart : usual()) {
            Element svg = SvgWords.parsed(PAINTER.svg(chart, 700, 400, Palette.LIGHT));
            assertTrue(svg.getAttribute("style").contains("sans-serif"), "a generic font at the end");
            List<String> words = SvgWords.of(PAINTER.svg(chart, 700, 400, Palette.LIGHT)).texts();
            assertTrue(words.contains(chart.title()), words.toString());
            if (chart instanceof LineChart lines) {
                lines.series().forEach(series -> assertTrue(words.contains(series.name())));
                assertTrue(words.contains(lines.x().title()) && words.contains(lines.y().title()));
            } else {
                ((BarChart) chart).groups().stream().flatMap(group -> group.bars().stream())
                        .forEach(bar -> assertTrue(words.contains(bar.label())
                                && (bar.remark().isEmpty() || words.contains(bar.remark()))));
            }
        }
    }

    @Test
    void aPageDecidesTheColours() {
        for (ChartSpec chart : usual()) {
            String svg = PAINTER.inlineSvg(chart, 520);
            assertFalse(Pattern.compile("rgb\\(|#[0-9a-f]{6}\\b").matcher(svg).find(), chart.id());
            assertTrue(svg.contains("var(--ink-text)"));
        }
    }

    @Test
    void idsAreThoseOfTheChart() {
        ChartSpec chart = usual().get(0);
        Pattern.compile("\\bid=\"([^\"]*)\"").matcher(PAINTER.inlineSvg(chart, 520)).results()
                .forEach(id -> assertTrue(id.group(1).startsWith(chart.id() + "-"), id.group(1)));
    }

    @Test
    void namesThatLookLikeMarkupOrColoursAreShownAsTheyAre() throws Exception {
        String name = "&lt;b&gt; rgb(1,1,3) style='fill:rgb(1,1,3)' <g>";
        BarChart chart = new BarChart("c", name, "", ((BarChart) usual().get(3)).value(), List.of(
                new BarChart.Part("p", Ink.PART_1)), List.of(new BarChart.Group("", List.of(
                new BarChart.Bar("b", Ink.SERIES_1, List.of(0.5), 0, "r")))));
        List<String> words = SvgWords.of(PAINTER.svg(chart, 700, 300, Palette.LIGHT)).texts();
        assertTrue(words.contains(name), words.toString());
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void pixelsHaveTheColoursOfThePalette(Palette palette) {
        for (ChartSpec chart : usual()) {
            ChartImage image = PAINTER.image(chart, 600, PAINTER.heightFor(chart, 600), 2, palette);
            assertEquals(1200, image.width());
            assertEquals(image.width() * image.height(), image.argb().length);
            assertTrue(Arrays.stream(image.argb()).allMatch(pixel -> pixel >>> 24 == 0xFF), "opaque");
            int background = palette.colour(Ink.BACKGROUND);
            assertEquals(background, image.argb()[0] & 0xFFFFFF);
            for (Ink ink : inks(chart)) {
                long drawn = Arrays.stream(image.argb()).filter(p -> (p & 0xFFFFFF) == palette.colour(ink)).count();
                assertTrue(drawn > 20, chart.id() + " shows " + drawn + " pixels of " + ink);
                assertTrue(Palette.contrast(palette.colour(ink), background) >= 3);
            }
        }
    }

    /** What is drawn large enough that some pixels have exactly its colour. */
    private static List<Ink> inks(ChartSpec chart) {
        if (chart instanceof LineChart lines) {
            return Stream.concat(Stream.of(Ink.TEXT), lines.series().stream().map(s -> s.style().ink())).toList();
        }
        BarChart bars = (BarChart) chart;
        return bars.parts().size() > 1 ? bars.parts().stream().map(BarChart.Part::ink).toList()
                : bars.groups().stream().flatMap(group -> group.bars().stream()).map(BarChart.Bar::ink).toList();
    }

    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    @Test
    void aFractionOfAPixelIsRounded() {
        ChartImage image = PAINTER.image(usual().get(0), 333, 201, 1.25, Palette.LIGHT);
        assertEquals(416, image.width());
        assertEquals(251, image.height());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.report.Cases;
import org.quorate.report.Documents;
import org.quorate.report.Reports;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Brand;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.UnbrokenFigures;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class HtmlReportTest {

    private static final HtmlReport HTML = new HtmlReport(new ChartPainter());

    static Stream<String> cases() {
        return Cases.all().keySet().stream();
    }

    private static String page(String name) throws Exception {
        return HTML.render(Reports.document(Cases.all().get(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWellFormedAndComplete(String name) throws Exception {
        ReportDocument document = Reports.document(Cases.all().get(name));
        Page page = Page.parsed(HTML.render(document));
        assertEquals("html", page.root().getTagName());
        assertEquals(1, page.elements("h1").size());
        assertEquals(Reports.texts(document), page.texts(), "every heading, paragraph, setting and cell, in order");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void needsNothingFromOutsideAndRunsNothing(String name) throws Exception {
        Page page = Page.parsed(page(name));
        Set<String> allowed = Set.of("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "h1",
                "h2", "h3", "p", "ol", "ul", "li", "a", "dl", "dt", "dd", "div", "figure", "figcaption", "strong", "span", "table",
                "caption", "thead", "tbody", "tr", "th", "td", "pre", "code", "svg", "defs", "clipPath", "g", "path",
                "rect", "line", "ellipse", "text");
        for (Element element : page.elements("*")) {
            assertTrue(allowed.contains(element.getTagName()), element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                assertFalse(attribute.getNodeName().startsWith("on"), attribute.getNodeName());
                assertFalse(Set.of("src", "srcset", "xlink:href", "action", "data").contains(attribute.getNodeName()));
                if (attribute.getNodeName().equals("href")) {
                    assertTrue(attribute.getNodeValue().startsWith("#"), attribute.getNodeValue());
                }
                Pattern.compile("url\\(([^)]*)\\)").matcher(attribute.getNodeValue()).results()
                        .filter(url -> !element.getTagName().equals("div"))
                        .forEach(url -> assertTrue(url.group(1).startsWith("#"), url.group()));
            }
        }
        String css = page.elements("style").get(0).getTextContent();
        assertFalse(css.contains("@import") || css.contains("url(") || css.contains("<"), css);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void idsAreUniqueAndLinksLeadSomewhere(String name) throws Exception {
        Page page = Page.parsed(page(name));
        Set<String> ids = new HashSet<>();
        for (Element element : page.elements("*")) {
            if (element.hasAttribute("id")) {
                assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
            }
        }
        for (Element link : page.elements("a")) {
            assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
        }
        for (Element element : page.elements("*")) {
            Matcher clip = Pattern.compile("url\\(#([^)]*)\\)").matcher(element.getAttribute("clip-path"));
            assertTrue(!clip.find() || ids.contains(clip.group(1)), element.getAttribute("clip-path"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberInATableHasAUnit(String name) throws Exception {
        Page page = Page.parsed(page(name));
        for (Element row : page.elements("tr")) {
            for (Element cell : Page.children(row)) {
                if (cell.getTagName().equals("td") && cell.getAttribute("class").equals("number")
                        && Pattern.compile("\\d").matcher(cell.getTextContent()).find()
                        && Page.child(cell, "missing") == null) {
                    Element amount = Page.child(cell, "amount");
                    // Words in a column of numbers, such as the name of a node, are not measured.
                    if (amount != null) {
                        Element unit = Page.child(amount, "unit");
                        assertTrue(unit != null && !unit.getTextContent().isBlank(), cell.getTextContent());
                        assertTrue(Page.child(amount, "value").getTextContent().matches(
                                "[+−]?\\d[\\d,]*(\\.\\d+)?(e\\d+)?"), cell.getTextContent());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameDocumentSameCharacters(String name) throws Exception {
        assertEquals(page(name), new HtmlReport(new ChartPainter()).render(Reports.document(Cases.all().get(name))));
    }

    @Test
    void aFigureIsNotPartedFromItsUnit() {
        assertEquals("higher by 41\u00a0ms\u00a0±\u00a017\u00a0ms (22\u00a0%), 12 servers and 3 sx",
                UnbrokenFigures.in("higher by 41 ms ± 17 ms (22 %), 12 servers and 3 sx"));
    }

    @Test
    void everythingIsInThePageInItsLanguageAndItsColour() throws Exception {
        ReportDocument document = Documents.everything();
        String html = HTML.render(document);
        Page page = Page.parsed(html);
        assertEquals(Reports.texts(document), page.texts());
        assertEquals("de", page.root().getAttribute("lang"));
        assertEquals("Inhalt", page.elements("nav").get(0).getAttribute("aria-label"));
        assertEquals(List.of("Hinweis:", "Vorsicht:", "Gefährlich:"), page.elements("span").stream()
                .filter(span -> span.getAttribute("class").equals("lead")).map(Element::getTextContent).toList());
        Element logo = page.elements("img").get(0);
        assertEquals("Beispiel GmbH", logo.getAttribute("alt"));
        assertArrayEquals(document.brand().logo().orElseThrow().bytes(),
                Base64.getDecoder().decode(logo.getAttribute("src").substring("data:image/png;base64,".length())));
        assertTrue(html.contains("style-src &#39;unsafe-inline&#39;; img-src data:\""));
        assertFalse(page("usual").contains("img-src"), "without a logo no picture is allowed");
    }

    @Test
    void hostileNamesAreShownAsTheyAre() throws Exception {
        String html = page("hostile");
        assertFalse(html.contains("<script") || html.contains("\u0000") || html.contains("\u001b")
                || html.contains("\u202e"), "escaped or replaced");
        Page page = Page.parsed(html);
        String title = page.elements("h1").get(0).getTextContent();
        assertTrue(title.startsWith("<script>alert('x')</script> \"q\" ' & &lt;b&gt; ]]> --> $(id) `id` ;"), title);
        assertTrue(title.contains("漢字 😀 مرحبا"), title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b4f9e", "#000000", "#ffffff", "#ffee00", "#ff0000", "#00ff00", "#0000ff", "#808080"})
    void thePageIsLegibleInLightAndInDarkWithAnyAccent(String accent) {
        String css = StyleSheet.css(new Brand(Optional.empty(), accent));
        // The colours come from the palettes in front of the style sheet, where there is a first switch to the dark.
        checkContrast(Palette.LIGHT, variables(css.replaceAll("(?s)@media screen and \\(prefers-color-scheme: dark\\) \\{.*?\n\\}\n", "")));
        checkContrast(Palette.DARK, variables(css));
    }

    private static void checkContrast(Palette palette, Map<String, Integer> page) {
        int text = palette.colour(Ink.TEXT);
        int background = palette.colour(Ink.BACKGROUND);
        for (String colour : List.of("--muted", "--accent")) {
            assertTrue(Palette.contrast(page.get(colour), background) >= 4.5, colour);
        }
        for (String notice : List.of("--verdict", "--note", "--warning", "--danger")) {
            assertTrue(Palette.contrast(text, page.get(notice + "-soft")) >= 4.5, notice);
            assertTrue(Palette.contrast(page.get(notice), page.get(notice + "-soft")) >= 4.5, notice);
        }
        assertTrue(Palette.contrast(text, page.get("--soft")) >= 4.5);
    }

    private static Map<String, Integer> variables(String css) {
        Map<String, Integer> variables = new HashMap<>();
        Pattern.compile("(--[a-z-]+): #([0-9a-f]{6});").matcher(css).results()
                .forEach(match -> variables.put(match.group(1), Integer.parseInt(match.group(2), 16)));
        return variables;
    }
}

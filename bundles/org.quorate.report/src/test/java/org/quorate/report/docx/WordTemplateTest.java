// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.HouseStyles;
import org.quorate.report.document.Items;
import org.quorate.report.document.Language;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.w3c.dom.Element;

class WordTemplateTest {

    private static final ReportDocument DOCUMENT = DocxReportTest.document(new Heading(2, "one", "One"), new Paragraph("a"),
            new Items(true, List.of("b")), new Code("c", "d"));

    private static final String LISTED = "<w:pPr><w:numPr>";

    private static byte[] rendered(Package template) throws Exception {
        Brand brand = new Brand(Optional.empty(), Brand.NONE.accent(), Optional.of(new HouseStyles(template.file())));
        return new DocxReport(new ChartPainter()).render(new ReportDocument(DOCUMENT.title(), DOCUMENT.subtitle(), "", DOCUMENT.about(),
                DOCUMENT.blocks(), Language.ENGLISH, brand), DocxReportTest.DAY);
    }

    @Test
    void itsStylesWinAndAreToldByTheirNames() throws Exception {
        Package docx = Package.of(rendered(Templates.german()));
        assertTrue(docx.paragraphStyles().contains("berschrift1"), docx.paragraphStyles().toString());
        assertEquals("AA5500", Xml.value(Xml.child(docx.style("heading 1"), "rPr").orElseThrow(), "color"));
        assertEquals(1, docx.all("word/styles.xml", "name").stream().filter(name -> Xml.attribute(name, "val").equals("heading 1")).count());
        Element code = docx.style("Quorate Code");
        assertEquals("QuorateCodeQ", Xml.attribute(code, "styleId"), "the id was taken by another style");
        assertEquals("Standard", Xml.value(code, "basedOn"));
        assertTrue(docx.paragraphStyles().contains("QuorateCodeQ"));
    }

    @Test
    void theLanguageIsThatOfTheReport() throws Exception {
        Package docx = Package.of(rendered(Templates.german()));
        assertEquals(List.of("en-GB"), docx.all("word/styles.xml", "lang").stream().map(lang -> Xml.attribute(lang, "val")).toList());
    }

    @Test
    void itsNumberedHeadingsStayAndOurListsHaveOtherNumbers() throws Exception {
        Package docx = Package.of(rendered(Templates.german()));
        assertEquals(List.of("upperRoman", "bullet", "decimal"), docx.all("word/numbering.xml", "numFmt").stream()
                .map(format -> Xml.attribute(format, "val")).toList());
        List<String> lists = docx.all("word/numbering.xml", "num").stream().map(list -> Xml.attribute(list, "numId")).toList();
        assertEquals(List.of("7", "8", "9"), lists);
        assertEquals(List.of("9"), docx.all("word/document.xml", "numId").stream().map(list -> Xml.attribute(list, "val")).toList());
    }

    @Test
    void itsPaperAndMarginsHoldTheTables() throws Exception {
        Package docx = Package.of(rendered(Templates.german()));
        assertEquals("12240", Xml.attribute(docx.all("word/document.xml", "pgSz").get(0), "w"));
        int wide = docx.all("word/document.xml", "gridCol").stream().mapToInt(column -> Integer.parseInt(Xml.attribute(column, "w"))).sum();
        assertTrue(wide > 8_600 && wide <= 12_240 - 3_600, "" + wide);
    }

    @Test
    void itsLetterheadIsTakenOverWithoutWhatLiesOutside() throws Exception {
        Package docx = Package.of(rendered(Templates.german()));
        String header = docx.names().stream().filter(name -> name.startsWith("word/header")).findFirst().orElseThrow();
        assertEquals("Beispiel GmbHbeispiel.example", docx.root(header).getTextContent());
        assertEquals(1, docx.all(header, "blip").size());
        assertEquals(0, docx.all(header, "hyperlink").size());
        assertTrue(docx.names().stream().anyMatch(name -> name.startsWith("word/media/template")), docx.names().toString());
        assertTrue(docx.names().contains("word/footer1.xml"), "it has no footer, so ours is there");
        assertTrue(docx.names().contains("word/theme/theme1.xml"));
        assertFalse(docx.root("word/document.xml").getTextContent().contains("Mustertext"));
        for (String name : docx.names()) {
            String text = docx.text(name);
            assertFalse(name.contains("vba") || text.contains("External") || text.contains("server") || text.contains("embedded"), name);
        }
    }

    @Test
    void aListWithoutANumberIsNone() throws Exception {
        for (String list : List.of("<w:ilvl w:val=\"0\"/>", "<w:numId w:val=\"0\"/>", "<w:numId w:val=\"\"/>")) {
            Package template = Templates.german().with("word/styles.xml", Templates.styles(Templates.style("a", "Normal", "")
                    + Templates.style("b", "List Bullet", LISTED + list + "</w:numPr></w:pPr>")));
            Package docx = Package.of(rendered(template));
            assertTrue(docx.paragraphStyles().contains("ListNumber"), list);
        }
    }

    @Test
    void aPictureThatIsThereTwiceStaysAsTheOneInsideTheFile() throws Exception {
        Package docx = Package.of(rendered(Templates.german().with("word/header1.xml", Templates.header("<w:p><w:r><w:drawing><a:blip "
                + "r:embed=\"rId1\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><s:svgBlip xmlns:s=\"x\" "
                + "r:embed=\"rId9\"/></a:ext></a:extLst></a:blip></w:drawing></w:r></w:p>"))));
        String header = docx.names().stream().filter(name -> name.startsWith("word/header")).findFirst().orElseThrow();
        assertEquals(1, docx.all(header, "blip").size());
        assertEquals(0, docx.all(header, "svgBlip").size());
    }

    @Test
    void aLetterheadOfAnEarlierSectionGoesOnInTheLast() throws Exception {
        Package template = Templates.german();
        String reference = "<w:headerReference w:type=\"default\" r:id=\"rId4\"/>";
        Package linked = template.with("word/document.xml", template.text("word/document.xml").replace(reference, "")
                .replace("<w:body>", "<w:body><w:p><w:pPr><w:sectPr>" + reference + "<w:pgSz w:w=\"9000\" w:h=\"9000\"/></w:sectPr></w:pPr></w:p>"));
        Package docx = Package.of(rendered(linked));
        assertTrue(docx.names().stream().anyMatch(name -> name.startsWith("word/header")), docx.names().toString());
        assertEquals("12240", Xml.attribute(docx.all("word/document.xml", "pgSz").get(0), "w"));
        String changed = linked.text("word/document.xml").replace("<w:sectPr>" + reference, "<w:sectPr><w:sectPrChange w:id=\"1\"><w:sectPr>"
                + reference + "</w:sectPr></w:sectPrChange>");
        Package before = Package.of(rendered(linked.with("word/document.xml", changed)));
        assertFalse(before.names().stream().anyMatch(name -> name.startsWith("word/header")), "it had one before a change");
    }

    @Test
    void aColourWithTheDigitsOfTheEndOfALineStaysItself() throws Exception {
        Brand brand = new Brand(Optional.empty(), "#986600", Optional.empty());
        Package docx = Package.of(new DocxReport(new ChartPainter()).render(new ReportDocument(DOCUMENT.title(), DOCUMENT.subtitle(), "",
                DOCUMENT.about(), DOCUMENT.blocks(), Language.ENGLISH, brand), DocxReportTest.DAY));
        assertEquals("986600", Xml.value(Xml.child(docx.style("heading 1"), "rPr").orElseThrow(), "color"));
    }

    @Test
    void theSameInputIsTheSameBytes() throws Exception {
        assertArrayEquals(rendered(Templates.german()), rendered(Templates.german()));
    }

    static Stream<Arguments> broken() throws IOException {
        String styles = "word/styles.xml";
        return Stream.of(Arguments.of(new byte[0], "is no Word file"),
                Arguments.of("hello".getBytes(), "is no Word file"),
                Arguments.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "is of Word's old form .doc, or has a password: "
                        + "save it as .docx or .dotx without one"),
                Arguments.of(new Package().with("a", "b").file(), "is no Word file"),
                Arguments.of(Templates.german().without(styles).file(), "is damaged: it has no part word/styles.xml"),
                Arguments.of(Templates.german().with(styles, Templates.styles("")).file(), "has no styles"),
                Arguments.of(Templates.german().with(styles, "<a>\n\n<b></a>").file(), "is damaged: line 3 of word/styles.xml: "),
                Arguments.of(Templates.german().with(styles, "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>").file(),
                        "is damaged: line 1 of word/styles.xml: "),
                Arguments.of(Templates.german().with("word/document.xml", "<workbook xmlns='x'/>").file(),
                        "is no text document of Word's, but has a workbook"),
                Arguments.of(Templates.german().with("word/document.xml", "<document xmlns='http://purl.oclc.org/ooxml/'/>").file(),
                        "is of the form \"Strict Open XML\": save it as"),
                Arguments.of(document("w:left=\"1800\"", "w:left=\"9000\""), "leaves 25 mm between the margins: a report needs 80 mm"),
                Arguments.of(document("w:h=\"15840\"", "w:h=\"4000\""), "leaves 9 mm between the upper and the lower margin: a report needs 89 mm"),
                Arguments.of(document("w:h=\"15840\"", "w:h=\"31681\""), "is damaged: its paper has the length 31681"),
                Arguments.of(document("w:h=\"15840\"", "w:h=\"Infinity\""), "is damaged: its paper has the length Infinity"),
                Arguments.of(Templates.german().with("word/numbering.xml", Templates.german().text("word/numbering.xml")
                        .replace("\"7\"", "\"x\"")).file(), "is damaged: the number of a list is none: "),
                Arguments.of(Templates.german().with("word/numbering.xml", "<w:lists xmlns:w=\"" + Xml.W + "\"/>").file(),
                        "is damaged: the lists could not be put into the document"),
                Arguments.of(Templates.german().with("word/numbering.xml", Templates.german().text("word/numbering.xml")
                        .replace("<w:abstractNumId w:val=\"3\"/>", "")).with(styles, Templates.styles(Templates.style("a", "List Number",
                                LISTED + "<w:numId w:val=\"7\"/></w:numPr></w:pPr>"))).file(), "is damaged: the number of a list is none: "),
                Arguments.of(Templates.german().with(styles, Templates.styles(Templates.style("a", "Normal", "")).replace("w:styles", "w:sheet"))
                        .file(), "is damaged: the styles could not be put into the document"),
                Arguments.of(Templates.german().with(styles, Templates.styles(deep("w:a", 20_000))).file(),
                        "is damaged: word/styles.xml: more than 256 elements one inside another"),
                Arguments.of(Templates.german().with("word/header1.xml", Templates.header(deep("w:p", 20_000))).file(),
                        "is damaged: word/header1.xml: more than 256 elements one inside another"),
                Arguments.of(Templates.german().with(styles, Templates.styles("<w:a/>".repeat(1_000_000))).file(),
                        "has more in word/styles.xml than a template may: 5 MB"),
                Arguments.of(Templates.german().with("word/header1.xml", Templates.header("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/>"
                        + "<w:instrText> INCLUDE</w:instrText><w:instrText>PICTURE \"http://x\"</w:instrText><w:fldChar "
                        + "w:fldCharType=\"end\"/></w:r></w:p>")).file(), "has the field INCLUDEPICTURE in a header, which"),
                Arguments.of(Templates.german().with("word/big", new byte[50_000_001]).file(), "is larger, unpacked, than a template may be: "
                        + "50 MB"));
    }

    private static byte[] document(String with, String instead) throws IOException {
        return Templates.german().with("word/document.xml", Templates.german().text("word/document.xml").replace(with, instead)).file();
    }

    private static String deep(String name, int depth) {
        return ("<" + name + ">").repeat(depth) + ("</" + name + ">").repeat(depth);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenOneSaysWhatIsWrong(byte[] file, String message) {
        WordTemplateException error = assertThrows(WordTemplateException.class, () -> WordTemplate.read(file));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }
}

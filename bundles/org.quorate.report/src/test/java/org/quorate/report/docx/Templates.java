// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.nio.charset.StandardCharsets;

/** A consultant's template as a German Word writes it, with everything in it that a report must not take over. */
final class Templates {

    private static final String W = "xmlns:w=\"" + Xml.W + "\" xmlns:r=\"" + Xml.R + "\"";
    private static final String RELATIONS = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final byte[] PIXEL = "not really a picture".getBytes(StandardCharsets.ISO_8859_1);

    /** What Word wrote before 2007 and still reads: it may fetch pictures by an address, too. */
    private static final String VML = "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" o:href=\"file://server/a\" href=\"http://server.example/b\"><v:fill "
            + "src=\"c\" o:src=\"d\" o:althref=\"file://server/e\"/><v:imagedata o:relid=\"rId2\" o:href=\"file://server/f\" r:id=\"rId1\"/>"
            + "</v:shape></w:pict></w:r>";

    private Templates() {
    }

    static Package german() {
        return new Package().with("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .with("_rels/.rels", RELATIONS + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>")
                .with("word/document.xml", "<w:document " + W + "><w:body><w:p><w:r><w:t>Mustertext</w:t></w:r></w:p><w:sectPr>"
                        + "<w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/>"
                        + "<w:pgMar w:top=\"2000\" w:right=\"1800\" w:bottom=\"1500\" w:left=\"1800\" w:header=\"700\" w:footer=\"600\" "
                        + "w:gutter=\"0\"/></w:sectPr></w:body></w:document>")
                .with("word/_rels/document.xml.rels", RELATIONS + relation("rId1", "styles", "styles.xml")
                        + relation("rId2", "numbering", "numbering.xml") + relation("rId3", "theme", "/word/theme/theme1.xml")
                        + relation("rId4", "header", "header1.xml") + relation("rId5", "vbaProject", "vbaProject.bin")
                        + external("rId6", "attachedTemplate", "file://server/share/evil.dotm") + "</Relationships>")
                .with("word/styles.xml", styles(style("Standard", "Normal", "<w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"de-AT\"/></w:rPr>")
                        + style("berschrift1", "heading 1", "<w:basedOn w:val=\"Standard\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr>"
                                + "</w:pPr><w:rPr><w:color w:val=\"AA5500\"/></w:rPr>")
                        + style("QuorateCode", "Something else", "")))
                .with("word/numbering.xml", "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                        + "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId "
                        + "w:val=\"3\"/></w:num></w:numbering>")
                .with("word/theme/theme1.xml", "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Ours\"/>")
                .with("word/header1.xml", header("<w:p><w:r><w:t>Beispiel GmbH</w:t></w:r><w:r><w:drawing><a:blip r:embed=\"rId1\"/>"
                        + "</w:drawing></w:r><w:r><w:drawing><a:blip r:link=\"rId2\"/></w:drawing></w:r><w:hyperlink r:id=\"rId3\"><w:r>"
                        + "<w:t>beispiel.example</w:t></w:r></w:hyperlink><w:r><w:object><w:t>embedded</w:t></w:object></w:r>" + VML + "</w:p>"))
                .with("word/_rels/header1.xml.rels", RELATIONS + relation("rId1", "image", "media/image1.png")
                        + external("rId2", "image", "http://server.example/track.png")
                        + external("rId3", "hyperlink", "https://beispiel.example/") + "</Relationships>")
                .with("word/media/image1.png", PIXEL)
                .with("word/vbaProject.bin", "macros");
    }

    static String styles(String styles) {
        return "<w:styles " + W + ">" + styles + "</w:styles>";
    }

    static String style(String id, String name, String rest) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest + "</w:style>";
    }

    static String header(String content) {
        return "<w:hdr " + W + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" + content + "</w:hdr>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + Xml.R + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String external(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + Xml.R + "/" + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/>";
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The parts of a file of Word's by name, as tests make and read them: without the classes under test. */
final class Package {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static Package of(byte[] file) throws IOException {
        Package read = new Package();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return read;
    }

    Package with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Package with(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Package without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    byte[] bytes(String name) {
        return parts.get(name);
    }

    String text(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    Element root(String name) throws SAXException {
        return Xml.parse(parts.get(name)).getDocumentElement();
    }

    /** Elements of that local name at any depth. */
    List<Element> all(String part, String name) throws SAXException {
        return Xml.descendants(root(part)).stream().filter(element -> element.getLocalName().equals(name)).toList();
    }

    /** The style that is called so in Word. */
    Element style(String name) throws SAXException {
        return all("word/styles.xml", "style").stream().filter(style -> Xml.value(style, "name").equals(name)).findFirst().orElseThrow();
    }

    /** Ids of the styles of the paragraphs, in order. */
    List<String> paragraphStyles() throws SAXException {
        return all("word/document.xml", "pStyle").stream().map(style -> Xml.attribute(style, "val")).toList();
    }
}

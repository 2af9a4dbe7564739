// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The parts of a file of Word's (ECMA-376 part 2), which may come from anybody: nothing is read but the file, and not more of
 * it than fits. Immutable.
 */
final class Parts {

    /** Unpacked, in bytes; a template has some hundred thousand. */
    private static final int MOST_BYTES = 50_000_000;
    private static final int MOST_PARTS = 2_000;
    /** Of a part that is read as XML, in bytes: in memory it takes some ten times as much. */
    private static final int MOST_XML = 5_000_000;
    /** How a file of the compound form begins: Word's before 2007, and what Word has encrypted. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K'};

    private final Map<String, byte[]> parts;

    private Parts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * A reference from one part to another of the same file.
     *
     * @param type   last word of the type, for example {@code styles}
     * @param target name of the part
     */
    record Relation(String type, String target) {
    }

    static Parts of(byte[] file) throws WordTemplateException {
        if (begins(file, COMPOUND)) {
            throw new WordTemplateException("is of Word's old form .doc, or has a password: save it as .docx or .dotx without one");
        }
        if (!begins(file, ZIP)) {
            throw new WordTemplateException("is no Word file");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() == MOST_PARTS) {
                    throw new WordTemplateException("is larger, unpacked, than a template may be: " + MOST_BYTES / 1_000_000 + " MB and "
                            + MOST_PARTS + " parts");
                }
                if (parts.put(entry.getName(), part) != null) {
                    throw new WordTemplateException("is damaged: it has two parts called " + entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new WordTemplateException("is damaged: " + e.getMessage());
        }
        return new Parts(parts);
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /** The bytes of a part. */
    byte[] bytes(String name) throws WordTemplateException {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new WordTemplateException("is damaged: it has no part " + name);
        }
        return part;
    }

    Document xml(String name) throws WordTemplateException {
        byte[] part = bytes(name);
        if (part.length > MOST_XML) {
            throw new WordTemplateException("has more in " + name + " than a template may: " + MOST_XML / 1_000_000 + " MB");
        }
        try {
            return Xml.parse(part);
        } catch (SAXParseException e) {
            throw new WordTemplateException("is damaged: line " + e.getLineNumber() + " of " + name + ": " + e.getMessage());
        } catch (SAXException e) {
            throw new WordTemplateException("is damaged: " + name + ": " + e.getMessage());
        }
    }

    /** By id, what a part refers to; what lies outside the file is left out. {@code ""}: of the file as a whole. */
    Map<String, Relation> relations(String part) throws WordTemplateException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (parts.containsKey(name)) {
            for (Element each : Xml.descendants(xml(name).getDocumentElement())) {
                if (!each.getAttribute("TargetMode").equals("External")) {
                    String type = each.getAttribute("Type");
                    relations.put(each.getAttribute("Id"), new Relation(type.substring(type.lastIndexOf('/') + 1),
                            resolved(folder, each.getAttribute("Target"))));
                }
            }
        }
        return relations;
    }

    /** The part that a part refers to by a reference of that type. */
    Optional<String> related(String part, String type) throws WordTemplateException {
        return relations(part).values().stream().filter(relation -> relation.type().equals(type)).map(Relation::target).findFirst();
    }

    private static String resolved(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * A Word file whose styles a report in that form takes, so that it looks as all documents of its writer's house. Immutable: the bytes are
 * copied in and out.
 *
 * @param docx the file, which may come from anybody: {@code org.quorate.report.docx.WordTemplate} says whether it can be used
 */
public record HouseStyles(byte[] docx) {

    public HouseStyles {
        docx = docx.clone();
    }

    @Override
    public byte[] docx() {
        return docx.clone();
    }
}

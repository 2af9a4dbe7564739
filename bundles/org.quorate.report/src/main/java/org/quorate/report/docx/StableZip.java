// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs an archive again without the time of day, so that the same content is the same bytes. */
final class StableZip {

    /** 1 January 1980, where the time of zip files begins, in a form that no time zone moves. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableZip() {
    }

    /**
     * The archive.
     *
     * @param replaced contents that take the place of those of the same name
     */
    static byte[] of(byte[] zip, Map<String, byte[]> replaced) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip)); ZipOutputStream packed = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(BEGINNING);
                packed.putNextEntry(stable);
                byte[] instead = replaced.get(entry.getName());
                if (instead == null) {
                    in.transferTo(packed);
                } else {
                    packed.write(instead);
                }
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.quorate.provision.plan.GeneratedFile;

/** Files as a tar archive, of root's, without dates (IEEE Std 1003.1-2017, pax, ustar Interchange Format). Pure functions. */
final class Tar {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;

    private Tar() {
    }

    static byte[] of(List<GeneratedFile> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (GeneratedFile file : files) {
            byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
            tar.writeBytes(header(file, content.length));
            tar.writeBytes(content);
            tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }
        tar.writeBytes(new byte[2 * BLOCK]);
        return tar.toByteArray();
    }

    private static byte[] header(GeneratedFile file, int length) {
        byte[] header = new byte[BLOCK];
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        int slash = split(path);
        System.arraycopy(path, slash < 0 ? 0 : slash + 1, header, 0, path.length - slash - 1);
        System.arraycopy(path, 0, header, 345, Math.max(0, slash));
        octal(header, 100, 8, file.executable() ? 0700 : 0600);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, length);
        octal(header, 136, 12, 0);
        text(header, 148, "        ");
        header[156] = '0';
        text(header, 257, "ustar\0" + "00root");
        text(header, 297, "root");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        octal(header, 148, 7, sum);
        return header;
    }

    /** Where a path is divided into prefix and name; -1: it is a name as a whole. */
    private static int split(byte[] path) {
        if (path.length <= NAME) {
            return -1;
        }
        for (int i = path.length - NAME - 1; i <= PREFIX && i < path.length; i++) {
            if (path[i] == '/') {
                return i;
            }
        }
        throw new IllegalArgumentException("longer than a path of an export: " + new String(path, StandardCharsets.UTF_8));
    }

    private static void octal(byte[] header, int at, int width, int value) {
        text(header, at, String.format(Locale.ROOT, "%0" + (width - 1) + "o", value) + "\0");
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}

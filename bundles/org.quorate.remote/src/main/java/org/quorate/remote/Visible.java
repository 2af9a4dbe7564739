// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes visible what hosts send: what is not UTF-8, and control characters, become {@code \xNN}. Pure functions. */
public final class Visible {

    private static final int PIECE = 1 << 13;

    private Visible() {
    }

    /** Bytes as text that is safe to print; line feeds and tabs stay. */
    public static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        StringBuilder text = new StringBuilder(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(PIECE);
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow()) {
            result = decoder.decode(in, out, true);
            append(text, out.flip());
            out.clear();
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    hex(text, in.get() & 0xff);
                }
            }
        }
        return text.toString();
    }

    /** Text that is safe to print. */
    public static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        append(visible, text);
        return visible.toString();
    }

    private static void append(StringBuilder text, CharSequence characters) {
        for (int i = 0; i < characters.length(); i++) {
            char next = characters.charAt(i);
            if (next == '\n' || next == '\t' || next >= ' ' && next < 0x7f || next > 0x9f && !reorders(next)) {
                text.append(next);
            } else if (next < 0x100) {
                hex(text, next);
            } else {
                text.append(String.format("\\u%04x", (int) next));
            }
        }
    }

    /** Characters that change the direction or place of others (Unicode Standard Annex 9). */
    private static boolean reorders(char next) {
        return next >= 0x200e && next <= 0x200f || next >= 0x202a && next <= 0x202e || next >= 0x2066 && next <= 0x2069 || next == 0x2028
                || next == 0x2029 || next == 0xfeff;
    }

    private static void hex(StringBuilder text, int value) {
        text.append(String.format("\\x%02x", value));
    }
}

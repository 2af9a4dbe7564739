// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.quorate.report.document.Logo;

/** Writes the picture of a brand into the page itself, so that the page needs no other file. */
final class LogoMarkup {

    private LogoMarkup() {
    }

    /** The picture with some attributes. */
    static void write(Markup page, Logo logo, String... namesAndValues) {
        List<String> attributes = new ArrayList<>(List.of("src", address(logo), "alt", logo.description()));
        attributes.addAll(List.of(namesAndValues));
        page.open("img", attributes.toArray(String[]::new));
    }

    private static String address(Logo logo) {
        String type = switch (logo.kind()) {
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
        };
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(logo.bytes());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.quorate.advice.Adviser;
import org.quorate.advice.RuleInfo;

/** The documentation lists the rules that there are; {@code -Dquorate.advice.update=true} writes the list anew. */
class AdviceTableTest {

    private static final String DOCUMENT = "docs/README.md";
    private static final String START = "<!-- rules of advice, written by AdviceTableTest -->\n";
    private static final String END = "<!-- end of the rules -->\n";

    private final Checkout checkout = Checkout.here();

    @Test
    void theDocumentationListsTheRulesThatThereAre() throws IOException {
        String text = checkout.text(DOCUMENT);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        assertTrue(start >= START.length() && end >= start, DOCUMENT + " has a place for the list");
        if (Boolean.getBoolean("quorate.advice.update")) {
            Files.writeString(checkout.file(DOCUMENT), text.substring(0, start) + table() + text.substring(end));
        } else {
            assertEquals(table(), text.substring(start, end));
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| rule | gravest | looks for | run | rests on |\n|---|---|---|---|---|\n");
        for (RuleInfo rule : new Adviser().rules()) {
            table.append("| `").append(rule.id()).append("` | ").append(rule.severity().word()).append(" | ").append(rule.topic())
                    .append(" | ").append(rule.needsRun() ? "needed" : "").append(" | ").append(rule.source()).append(" |\n");
        }
        return table.toString();
    }
}

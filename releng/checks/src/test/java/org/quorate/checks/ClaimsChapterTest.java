// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The chapter on claims says what the program says: it has every claim, and those that take least time are simulated again. After a
 * change of the simulator {@code releng/checks/update-claims} writes it anew.
 */
class ClaimsChapterTest {

    private static final List<String> AGAIN = List.of("ocfs2-sequential", "ocfs2-directory-size");

    private final Checkout checkout = Checkout.here();

    private static List<String> sections(String chapter) {
        return Arrays.asList(chapter.split("(?m)^(?=## |Simulated, not measured)"));
    }

    @Test
    void theChapterHasEveryClaimInOrder() throws IOException, InterruptedException {
        List<String> ids = Program.quorate(checkout.file("."), List.of("claims", "--list")).out().lines()
                .map(line -> line.split(" ")[0]).toList();
        assertEquals(ids, Pattern.compile("(?m)^## .*\\(`([^`]+)`\\)$").matcher(checkout.text("docs/claims.md")).results()
                .map(found -> found.group(1)).toList());
    }

    @Test
    void theFiguresAreThoseOfTheProgram() throws IOException, InterruptedException {
        List<String> chapter = sections(checkout.text("docs/claims.md"));
        List<String> command = new ArrayList<>(List.of("claims", "--markdown", "--quiet"));
        command.addAll(AGAIN);
        Program program = Program.quorate(checkout.file("."), command);
        assertEquals(0, program.code(), program.err());
        List<String> again = sections(program.out());
        assertEquals(AGAIN.size() + 2, again.size());
        again.forEach(section -> assertEquals(chapter.stream().filter(one -> one.lines().findFirst().equals(section.lines().findFirst()))
                .findFirst().orElse(""), section));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every shell script passes shellcheck and has one format. Texts that scripts are made from are tested where they are made. */
class ShellScriptsTest {

    private final Checkout checkout = Checkout.here();

    @Test
    void everyScriptPassesShellcheck() throws Exception {
        assertPasses(List.of("shellcheck"));
    }

    @Test
    void everyScriptHasTheOneFormat() throws Exception {
        assertPasses(List.of("shfmt", "-d", "-i", "4"));
    }

    private void assertPasses(List<String> tool) throws Exception {
        List<String> scripts = scripts();
        assertTrue(scripts.contains("quorate") && scripts.contains("releng/launch/common.sh"), scripts.toString());
        List<String> command = new ArrayList<>(tool);
        command.addAll(scripts);
        Program program = Program.run(checkout.root(), Map.of(), command);
        assertEquals("", program.out() + program.err());
        assertEquals(0, program.code());
    }

    private List<String> scripts() throws IOException {
        return checkout.files(this::isScript).stream().map(checkout::name)
                .filter(name -> !name.matches("bundles/[^/]*/src/.*")).toList();
    }

    private boolean isScript(Path file) {
        if (file.toString().endsWith(".sh")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(32), StandardCharsets.ISO_8859_1);
            return start.matches("(?s)#!\\s*(/usr)?/bin/(env )?(ba|da)?sh\\n.*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

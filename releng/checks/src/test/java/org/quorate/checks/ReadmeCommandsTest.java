// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README work as they stand there, one after the other, in a folder of their own. */
class ReadmeCommandsTest {

    /** What runs this test, and what needs a display: the desktop's own tests start it. */
    private static final Set<String> ELSEWHERE = Set.of("./verify", "./quorate");
    /** Takes many minutes; that it has these options is seen from its help. */
    private static final String FIT = "./quorate fit ";

    @TempDir
    private Path folder;

    @Test
    void commandsOfTheReadmeWork() throws Exception {
        Checkout checkout = Checkout.here();
        for (String name : List.of("quorate", "sample-models")) {
            Files.createSymbolicLink(folder.resolve(name), checkout.file(name).toAbsolutePath());
        }
        List<String> commands = checkout.text("README.md").lines().filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2).strip()).filter(command -> !ELSEWHERE.contains(command)).toList();
        assertTrue(commands.size() > 5, commands.toString());
        for (String command : commands) {
            String runnable = command.startsWith(FIT) ? FIT + "--help" : command;
            Program program = Program.run(folder, Map.of(), List.of("bash", "-c", runnable));
            assertEquals(0, program.code(), () -> command + "\n" + program.err());
            if (command.startsWith(FIT)) {
                List.of(command.substring(FIT.length()).split(" ")).stream().filter(word -> word.startsWith("-"))
                        .forEach(option -> assertTrue(program.out().contains(option), option));
            }
        }
        assertTrue(Files.isDirectory(folder.resolve("report")), "a report was written");
        assertTrue(Files.size(folder.resolve("result.json")) > 0, "a result was written");
    }
}

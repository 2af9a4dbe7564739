// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what bash sees; whatever else bash would do is refused. */
@Timeout(10)
class ShellReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"pcs ) x", "pcs ( x", "pcs a)", "pcs [ab]", "pcs a[1]", "pcs 'a'(", "pcs \"$2\"", "pcs \"$1\"x", "pcs x\"$1\"",
        "pcs \"a\"", "pcs 'a\0'", "pcs 'a", "pcs $(x)"})
    void aCommandOfAnythingButLiteralWordsIsRefused(String script) {
        assertThrows(IllegalArgumentException.class, () -> ShellReader.commands(script + "\n"));
        assertThrows(IllegalArgumentException.class, () -> ShellReader.commands("set -e\n" + script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"$1\"", "A=(\"$1\")", "A=)", "A=(a))", "A=(a(b)", "A=([0]=a)", "A=[a]", "declare -A A=(['a']='b'",
        "declare -A A=('a' 'b')", "declare -A A=([]=b)", "declare -A A=([a b]=c)", "declare -A A=([a]b)", "declare -A A=(['a']='b'['c']=d)",
        "declare -A A='b'"})
    void anAssignmentOfAnythingButLiteralValuesIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> ShellReader.assignments(line + "\n"));
    }

    @Test
    void theArgumentIsNotTheWordThatLooksLikeIt() {
        List<String> words = ShellReader.commands("pcs -f \"$1\" '$1' \\\n    'a)[('\n").get(0);
        assertEquals(List.of("pcs", "-f", ShellReader.FIRST_ARGUMENT, "$1", "a)[("), words);
        assertNotEquals(words.get(2), words.get(3));
    }

    @Test
    void tablesHaveTheirKeys() {
        assertEquals(List.of("[a]b=]=(c)", "[d]=e"),
                ShellReader.assignments("declare -A T=(\n    ['a]b=']='(c)'\n    [d]=e\n)\nX=()\n").get("T"));
    }
}

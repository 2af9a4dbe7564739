// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.rules.IToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.app.QuorateApp;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;

class SyntaxScannerTest {

    /** What has a role, as {@code ROLE:text}. */
    private static List<String> scan(Syntax syntax, String text) {
        SyntaxScanner scanner = new SyntaxScanner(syntax, role -> role);
        scanner.setRange(new Document(text), 0, text.length());
        List<String> found = new ArrayList<>();
        for (IToken token = scanner.nextToken(); !token.isEOF(); token = scanner.nextToken()) {
            if (token.getData() instanceof SyntaxScanner.Role role) {
                int start = scanner.getTokenOffset();
                found.add(role + ":" + text.substring(start, start + scanner.getTokenLength()));
            }
        }
        return found;
    }

    @Test
    void shellHasKeywordsTextsVariablesAndComments() {
        assertEquals(List.of("COMMENT:# What it is", "KEYWORD:if", "TEXT:\"a $b\"", "NAME:$#", "KEYWORD:then", "NAME:${x[@]}", "COMMENT:# end", "KEYWORD:fi"),
                scan(Syntax.SHELL, "# What it is\nif [ \"a $b\" = $# ]; then\n  notif \\#1 ${x[@]} # end\nfi\n").stream()
                        .map(piece -> piece.stripTrailing()).toList());
    }

    @Test
    void yamlHasKeysAndPlaceholders() {
        assertEquals(List.of("COMMENT:# Play", "KEYWORD:hosts", "KEYWORD:when", "NAME:{{ mode }}", "KEYWORD:src", "TEXT:'a # b'"),
                scan(Syntax.YAML, "# Play\n- hosts: all\n  when: x {{ mode }}\n  src: 'a # b'\n").stream().map(String::stripTrailing).toList());
    }

    @Test
    void configurationsHaveSectionsAndKeys() {
        assertEquals(List.of("HEADING:[Mount]", "KEYWORD:What", "KEYWORD:totem", "KEYWORD:token", "COMMENT:; no"),
                scan(Syntax.CONFIGURATION, "[Mount]\nWhat=/dev/x\ntotem {\n  token: 3000\n}\n; no\n").stream().map(String::stripTrailing).toList());
    }

    @Test
    void markdownHasHeadingsAndCode() {
        assertEquals(List.of("HEADING:# Title", "CODE:`run`", "KEYWORD:**now**", "CODE:```\nx # y\n```"),
                scan(Syntax.MARKDOWN, "# Title\nSay `run` **now**, #1.\n```\nx # y\n```\n").stream().map(String::stripTrailing).toList());
    }

    @ParameterizedTest
    @CsvSource({"run.sh,SHELL", "nodes/n1/10-check,SHELL", "site.yml,YAML", "README.md,MARKDOWN", "files/common/etc/corosync/corosync.conf,CONFIGURATION",
        "files/common/etc/hosts,CONFIGURATION", "SHA256SUMS,PLAIN"})
    void theLanguageIsThatOfTheFile(String path, Syntax syntax) {
        assertEquals(syntax, Syntax.of(path, path.endsWith("check") ? "#!/bin/bash\n" : ""));
    }

    @ParameterizedTest
    @CsvSource({"BASH", "ANSIBLE", "CMD"})
    void everyFileOfAnExportIsScannedToItsEnd(Form form) {
        QuorateApp app = new QuorateApp(1);
        ProvisioningPlan plan = (ProvisioningPlan) app.exportScripts().plan(ScenarioReader.read("web-sessions",
                app.samples().scenario("web-sessions")).document().orElseThrow().scenario(), "ocfs2", form);
        plan.files().forEach(file -> scan(Syntax.of(file.path(), file.content()), file.content()));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.advice.io.AdviceCsv;
import org.quorate.advice.io.AdviceJson;
import org.quorate.model.Scenario;

class AdviserTest {

    private final Adviser adviser = new Adviser();

    @Test
    void everyRuleHasAnIdOfItsOwnAndSaysWhatItRestsOn() {
        List<RuleInfo> rules = adviser.rules();
        assertTrue(rules.size() >= 20, rules.size() + " rules");
        assertEquals(rules.size(), new HashSet<>(rules.stream().map(RuleInfo::id).toList()).size());
        rules.forEach(rule -> {
            assertFalse(rule.topic().isBlank() || rule.topic().endsWith(".") || rule.topic().contains("|"), rule.topic());
            assertFalse(rule.source().isBlank() || rule.source().contains("|"), rule.source());
        });
        assertThrows(IllegalArgumentException.class, () -> RuleInfo.ofRun("Two words", Severity.HINT, "x", "y"));
    }

    @Test
    void everyClassOfARuleIsFound() throws IOException {
        List<String> found = ServiceLoader.load(Rule.class).stream().map(provider -> provider.type().getSimpleName()).sorted().toList();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/quorate/advice/rule"))) {
            assertEquals(sources.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Rule")).sorted().toList(), found);
        }
    }

    @Test
    void theGravestComesFirst() {
        Advice advice = adviser.advise(Design.calm().with("lun.device=sata-ssd | lun.multipath=true | fileSystems[0].slots=3").document().scenario(),
                Optional.empty());
        assertEquals(List.of("volatile-cache", "spare-slots", "heartbeat-multipath"), advice.findings().stream().map(Finding::rule).toList());
        assertEquals(List.of("hot-directory", "hot-file", "lock-memory"), advice.skipped());
    }

    @Test
    void aComparisonOfAnotherScenarioIsRefused() {
        Scenario other = Design.calm().with("name=other").document().scenario();
        Design calm = Design.calm();
        assertThrows(IllegalArgumentException.class, () -> adviser.advise(other, Optional.of(calm.run())));
    }

    @Test
    void asJsonAndCsv() {
        Advice advice = adviser.advise(Design.calm().with("lun.device=sata-ssd").document().scenario(), Optional.empty());
        String json = new AdviceJson().write(advice);
        assertTrue(json.startsWith("{\n  \"format\" : \"quorate-advice/1\",\n"), json);
        assertTrue(json.contains("\"path\" : \"fileSystems[0].barrier\",\n"), json);
        assertTrue(json.contains("\"value\" : \"true\""), json);
        List<String> rows = new AdviceCsv().write(advice).lines().toList();
        assertEquals("severity,rule,path,title,explanation,evidence,fix", rows.get(0));
        assertTrue(rows.get(1).startsWith("critical,volatile-cache,fileSystems[0].barrier,ocfs2 does not flush"), rows.get(1));
        assertTrue(rows.get(1).endsWith(",fileSystems[0].barrier: true"), rows.get(1));
    }
}

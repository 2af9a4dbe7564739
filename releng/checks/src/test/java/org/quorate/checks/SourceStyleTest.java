// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Java file keeps the limits of {@code releng/checkstyle.xml}. */
class SourceStyleTest {

    private final Checkout checkout = Checkout.here();

    @Test
    void everyJavaFileKeepsTheLimits() throws Exception {
        List<Path> sources = checkout.filesNamed(".java");
        assertTrue(sources.size() > 200, "only " + sources.size() + " Java files were found");
        List<String> violations = violations(sources);
        if (!violations.isEmpty()) {
            fail(violations.size() + " violations of releng/checkstyle.xml:\n" + String.join("\n", violations));
        }
    }

    @Test
    void aFileThatBreaksThemIsFound(@TempDir Path folder) throws Exception {
        Path bad = folder.resolve("Bad.java");
        Files.writeString(bad, "package bad;\nimport java.util.*;\nclass Bad { void method() {" + "\n".repeat(60) + "} }\n");
        String violations = String.join("\n", violations(List.of(bad)));
        assertTrue(violations.contains("RegexpHeader"), violations);
        assertTrue(violations.contains("AvoidStarImport"), violations);
        assertTrue(violations.contains("MethodLength"), violations);
    }

    private List<String> violations(List<Path> sources) throws CheckstyleException, IOException {
        List<String> violations = new ArrayList<>();
        Checker checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(ConfigurationLoader.loadConfiguration(
                checkout.file("releng/checkstyle.xml").toString(), new PropertiesExpander(new Properties())));
        checker.addListener(new Violations(checkout, violations));
        checker.process(sources.stream().map(Path::toFile).toList());
        checker.destroy();
        return violations;
    }

    /** Collects what Checkstyle finds, one line each. */
    private record Violations(Checkout checkout, List<String> found) implements AuditListener {

        @Override
        public void addError(AuditEvent event) {
            String rule = event.getSourceName().replaceFirst(".*\\.", "").replaceFirst("Check$", "");
            found.add(checkout.name(new File(event.getFileName()).toPath()) + ":" + event.getLine() + ": "
                    + event.getMessage() + " [" + rule + "]");
        }

        @Override
        public void addException(AuditEvent event, Throwable exception) {
            found.add(event.getFileName() + ": " + exception);
        }

        @Override
        public void auditStarted(AuditEvent event) {
            // only violations are of interest
        }

        @Override
        public void auditFinished(AuditEvent event) {
            // only violations are of interest
        }

        @Override
        public void fileStarted(AuditEvent event) {
            // only violations are of interest
        }

        @Override
        public void fileFinished(AuditEvent event) {
            // only violations are of interest
        }
    }
}

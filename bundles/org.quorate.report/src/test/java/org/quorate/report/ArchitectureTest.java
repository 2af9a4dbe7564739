// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.quorate.report");

    @Test
    void onlyDrawingKnowsTheDrawingLibraries() {
        noClasses().that().resideOutsideOfPackage("org.quorate.report.draw").should().dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "org.jfree..", "org.apache.batik..").check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.quorate.report.(*)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingReadsTheClockOrPrints() {
        noClasses().should().dependOnClassesThat().haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(java.time.LocalDate.class, "now").orShould().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").check(classes);
    }
}

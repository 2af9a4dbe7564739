// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules on code that hold in all headless bundles, or in all below {@code app}. */
class CodeRulesTest {

    private static final JavaClasses ALL = bundlesExcept(Set.of());
    /** What talks to real machines waits by a real clock, and its marks must not be guessed; nothing of that gets into a result. */
    private static final JavaClasses BELOW_APP = bundlesExcept(Set.of("app", "cli", "remote"));

    /** Simulated time and named streams of random numbers are the only ones: same scenario and seed, same bytes. */
    private static final Map<String, Pattern> UNREPEATABLE = Map.of(
            "java.lang.System", Pattern.compile("currentTimeMillis|nanoTime|identityHashCode"),
            "java.lang.Math", Pattern.compile("random"),
            "java.time.Instant", Pattern.compile("now"),
            "java.time.LocalDate", Pattern.compile("now"),
            "java.time.LocalDateTime", Pattern.compile("now"),
            "java.time.ZonedDateTime", Pattern.compile("now"),
            "java.time.Clock", Pattern.compile("system.*|tick.*"),
            "java.util.UUID", Pattern.compile("randomUUID"),
            "java.util.Collections", Pattern.compile("shuffle"));
    private static final Set<String> UNREPEATABLE_NEW = Set.of("java.util.Random", "java.util.SplittableRandom",
            "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom", "java.util.Date");

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Utils?|Manager|Helper)");
    private static final Pattern SHOUTED = Pattern.compile(".*(OCFS2|GFS2|DLM|LUN)(?![A-Z_]).*|.*[a-z](OCFS2|GFS2|DLM|LUN).*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    @Test
    void thereAreClassesToCheck() {
        assertTrue(ALL.size() > 200, "only " + ALL.size() + " classes were found");
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(bundlesExcept(Set.of("cli")));
    }

    @Test
    void nothingBelowAppIsUnrepeatable() {
        noClasses().should().accessTargetWhere(matches("is of a clock or unnamed random numbers",
                (JavaAccess<?> access) -> unrepeatable(access.getTarget()))).check(BELOW_APP);
    }

    @Test
    void noStaticStateChanges() {
        fields().that().areStatic().and(matches("are written by a person", CodeRulesTest::written))
                .should().beFinal().check(ALL);
        fields().that().areStatic().and(matches("are written by a person", CodeRulesTest::written))
                .should().notHaveRawType(matches("changes by nature", CodeRulesTest::changes)).check(ALL);
        fields().that().areStatic().and(matches("are arrays", (JavaField field) -> written(field) && field.getRawType().isArray()))
                .should().bePrivate().because("who sees an array can change it").allowEmptyShould(true).check(ALL);
    }

    @Test
    void noNameIsEmptyOfMeaning() {
        classes().should().haveNameNotMatching(EMPTY_NAME.pattern()).check(ALL);
        classes().that().areInterfaces()
                .should(new NameCondition("have no I before their name", name -> !name.matches("I[A-Z][a-z].*")))
                .check(ALL);
    }

    @Test
    void fileSystemsAreSpelledAsWords() {
        classes().should(new NameCondition("be spelled Ocfs2, Gfs2, Dlm, Lun", name -> !SHOUTED.matcher(name).matches()))
                .check(ALL);
        members().that(matches("are spelled OCFS2, GFS2, DLM or LUN", (JavaMember member) -> SHOUTED.matcher(member.getName())
                .matches() && !CONSTANT.matcher(member.getName()).matches()))
                .should().haveNameMatching(CONSTANT.pattern()).allowEmptyShould(true).check(ALL);
    }

    private static boolean unrepeatable(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        Pattern methods = UNREPEATABLE.get(owner);
        return methods != null && methods.matcher(target.getName()).matches() || UNREPEATABLE_NEW.contains(owner);
    }

    /** Not made by the compiler, as the fields behind enum constants and switches are. */
    private static boolean written(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC) && !field.getName().contains("$");
    }

    /** Collections by their interfaces are looked at by {@link StaticValuesTest}. */
    private static boolean changes(JavaClass type) {
        boolean concrete = !type.isInterface() && !type.isPrimitive() && !type.isArray();
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return concrete && collection || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(ThreadLocal.class) || type.isAssignableTo(StringBuilder.class)
                || type.isAssignableTo(java.util.Random.class);
    }

    private static <T> DescribedPredicate<T> matches(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static JavaClasses bundlesExcept(Set<String> left) {
        try {
            List<String> bundles = Bundles.headless().stream().filter(bundle -> !left.contains(bundle)).toList();
            return Bundles.classes(bundles);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

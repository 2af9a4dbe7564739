// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** A condition on the simple names of classes. */
final class NameCondition extends ArchCondition<JavaClass> {

    private final Predicate<String> good;

    NameCondition(String description, Predicate<String> good) {
        super(description);
        this.good = good;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!good.test(type.getSimpleName())) {
            events.add(SimpleConditionEvent.violated(type, type.getFullName() + " does not " + getDescription()));
        }
    }
}

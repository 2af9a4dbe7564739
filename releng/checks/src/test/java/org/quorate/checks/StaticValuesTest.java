// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Collections in static fields cannot be changed; their declared types do not tell, so the values themselves are asked. */
class StaticValuesTest {

    private static final Map<String, Integer> CHANGEABLE = new TreeMap<>(Map.of("for", 1));

    @Test
    void collectionsInStaticFieldsCannotBeChanged() throws IOException, ReflectiveOperationException {
        List<String> changeable = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : Bundles.classes(Bundles.headless())) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC) && isCollection(field.getRawType())) {
                    seen++;
                    if (changeable(field.reflect())) {
                        changeable.add(field.getFullName());
                    }
                }
            }
        }
        assertEquals(List.of(), changeable);
        assertTrue(seen >= 5, "only " + seen + " fields were looked at");
    }

    @Test
    void aChangeableOneIsFound() throws ReflectiveOperationException {
        assertTrue(changeable(StaticValuesTest.class.getDeclaredField("CHANGEABLE")));
        assertEquals(1, CHANGEABLE.size());
    }

    private static boolean isCollection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    /** The JDK's unchangeable collections are of classes of its own. */
    private static boolean changeable(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        Object value = field.get(null);
        return value != null
                && !value.getClass().getName().matches("java\\.util\\.(ImmutableCollections|Collections)\\$"
                        + "(List|Set|Map|Sub|Empty|Singleton|Unmodifiable).*");
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON form of values some of whose types are sealed interfaces, for example reports: records as they stand, absent values as null, and
 * of each value of a sealed interface the simple name of its record as {@code type}. Such a text is made and read by the same version of
 * the program or a later one; unknown fields and unknown types are errors. Thread-safe.
 *
 * @param <T> what is written
 */
public final class SealedJson<T> {

    private static final String TYPE = "type";

    private final Class<T> type;
    private final ObjectMapper mapper = JsonForm.mapper().setAnnotationIntrospector(new SealedTypes());

    /** @param type a record of records, lists, maps, texts, numbers, optional values and sealed interfaces of such records */
    public SealedJson(Class<T> type) {
        this.type = type;
    }

    /** The text, in one line. */
    public String write(T value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every " + type.getSimpleName() + " has a JSON form", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this type, or has values out of range
     */
    public T read(String text) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException("nothing is written");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** What annotations on each sealed interface would say, so that reports need not know of JSON. */
    private static final class SealedTypes extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        /** Enums whose constants have bodies are sealed too. */
        private static boolean isSealed(Class<?> type) {
            return type.isInterface() && type.isSealed();
        }

        @Override
        public TypeResolverBuilder<?> findTypeResolver(MapperConfig<?> config, AnnotatedClass of, JavaType base) {
            return isSealed(of.getRawType())
                    ? new StdTypeResolverBuilder().init(JsonTypeInfo.Id.NAME, null).inclusion(JsonTypeInfo.As.PROPERTY).typeProperty(TYPE)
                    : super.findTypeResolver(config, of, base);
        }

        @Override
        public List<NamedType> findSubtypes(Annotated of) {
            return isSealed(of.getRawType()) ? Stream.of(of.getRawType().getPermittedSubclasses())
                    .map(record -> new NamedType(record, record.getSimpleName())).toList() : super.findSubtypes(of);
        }
    }
}

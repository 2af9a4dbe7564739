// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 2020-12) of scenario files, for editors and other tools. Made from the same fields as the
 * reader; what holds between fields only the reader knows. Pure functions, thread-safe.
 */
public final class ScenarioSchema {

    /** Name of the shipped file, beside this class. */
    static final String RESOURCE = "scenario.schema.json";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScenarioSchema() {
    }

    /** The schema as it ships. */
    public static String json() {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema as the fields say it now; a test compares it with the shipped one. */
    static String generate() {
        return generate("urn:quorate:scenario:1", "Quorate scenario", ScenarioFields.TYPE);
    }

    /** The schema of a kind of files. */
    static String generate(String id, String title, FieldType.Mapping type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.setAll(mapping(type));
        try {
            return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(schema)
                    .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode mapping(FieldType.Mapping type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ArrayNode required = NODES.arrayNode();
        ObjectNode properties = schema.putObject("properties");
        for (Field<?> field : type.fields()) {
            properties.set(field.name(), field(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static <T> ObjectNode field(Field<T> field) {
        ObjectNode schema = NODES.objectNode();
        schema.put("description", description(field));
        schema.setAll(type(field.type()));
        if (field.type() instanceof ScalarType<T> scalar) {
            field.standard().ifPresent(standard -> schema.putPOJO("default", scalar.toYaml().apply(standard)));
        }
        return schema;
    }

    private static String description(Field<?> field) {
        StringBuilder text = new StringBuilder(field.help());
        if (field.type() instanceof ScalarType<?> scalar) {
            text.append(" Allowed: ").append(scalar.allowed()).append('.');
        }
        if (!field.required()) {
            text.append(" Default: ").append(field.otherwise()).append('.');
        }
        return text.append(field.source().isEmpty() ? "" : " Source: " + field.source() + ".").toString();
    }

    private static ObjectNode type(FieldType<?> type) {
        ObjectNode schema = NODES.objectNode();
        if (type instanceof ScalarType<?> scalar) {
            scalar.schema().accept(schema);
        } else if (type instanceof FieldType.ListOf<?> list) {
            schema.put("type", "array").put("minItems", list.least()).put("maxItems", list.most());
            schema.set("items", type(list.element()));
        } else if (type instanceof FieldType.Mapping mapping) {
            schema.setAll(mapping(mapping));
        } else if (type instanceof FieldType.Either<?> either) {
            schema.putArray("anyOf").add(type(either.single())).add(mapping(either.mapping()));
        } else {
            ArrayNode variants = schema.putArray("oneOf");
            ((FieldType.OneOf) type).variants().forEach((word, mapping) -> variants.add(variant(word, mapping)));
        }
        return schema;
    }

    private static ObjectNode variant(String word, FieldType.Mapping mapping) {
        ObjectNode schema = mapping(mapping);
        ((ObjectNode) schema.get("properties")).putObject(FieldType.OneOf.KEY).put("const", word);
        return schema;
    }
}

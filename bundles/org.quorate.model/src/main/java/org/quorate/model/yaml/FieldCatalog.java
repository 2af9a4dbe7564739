// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All fields of a scenario file, in the order of the format: the description that the reader works by, for help, forms
 * and documentation. Pure functions, thread-safe.
 */
public final class FieldCatalog {

    private FieldCatalog() {
    }

    /** Every field, each mapping or list before its parts. */
    public static List<FieldInfo> fields() {
        List<FieldInfo> fields = new ArrayList<>();
        collect(ScenarioFields.TYPE, "", fields);
        return List.copyOf(fields);
    }

    /** The field with that path, as {@link FieldInfo#path()} writes it. */
    public static Optional<FieldInfo> field(String path) {
        return fields().stream().filter(field -> field.path().equals(path)).findFirst();
    }

    private static void collect(FieldType.Mapping mapping, String path, List<FieldInfo> fields) {
        for (Field<?> field : mapping.fields()) {
            String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
            fields.add(info(field, fieldPath));
            parts(field.type(), fieldPath, fields);
        }
    }

    private static void parts(FieldType<?> type, String path, List<FieldInfo> fields) {
        if (type instanceof FieldType.Mapping mapping) {
            collect(mapping, path, fields);
        } else if (type instanceof FieldType.ListOf<?> list) {
            if (list.element() instanceof FieldType.OneOf variants) {
                for (Map.Entry<String, FieldType.Mapping> variant : variants.variants().entrySet()) {
                    collect(variant.getValue(), path + "[" + variant.getKey() + "]", fields);
                }
            } else {
                parts(list.element(), path + "[]", fields);
            }
        }
    }

    static FieldInfo info(Field<?> field, String path) {
        FieldType<?> type = field.type();
        if (type instanceof ScalarType<?> scalar) {
            return new FieldInfo(path, FieldInfo.Kind.SCALAR, scalar.kind(), scalar.unit(), field.required(),
                    field.otherwise(), scalar.allowed(), scalar.choices(), field.help(), field.source());
        }
        boolean list = type instanceof FieldType.ListOf;
        return new FieldInfo(path, list ? FieldInfo.Kind.LIST : FieldInfo.Kind.MAPPING, typeName(type), "",
                field.required(), field.otherwise(), SectionReader.allowed(type), List.of(), field.help(), field.source());
    }

    private static String typeName(FieldType<?> type) {
        if (type instanceof ScalarType<?> scalar) {
            return scalar.kind();
        }
        if (type instanceof FieldType.ListOf<?> list) {
            return "list, each " + typeName(list.element());
        }
        if (type instanceof FieldType.Either<?> either) {
            return either.single().kind() + " or " + either.mapping().name();
        }
        return type instanceof FieldType.Mapping mapping ? mapping.name() : "a " + ((FieldType.OneOf) type).name();
    }
}

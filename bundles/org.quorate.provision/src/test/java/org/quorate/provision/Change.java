// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies a tree of records with one value changed, past every reader's validation. */
public final class Change {

    private Change() {
    }

    /** {@code path} as in {@code cluster.nodes.1.name}; a number is an index of a list, an Optional is passed through. */
    public static <T> T of(T root, String path, Object value) {
        @SuppressWarnings("unchecked")
        T changed = (T) change(root, List.of(path.split("\\.")), value);
        return changed;
    }

    private static Object change(Object node, List<String> path, Object value) {
        if (path.isEmpty()) {
            return node instanceof Optional<?> && !(value instanceof Optional<?>) ? Optional.of(value) : value;
        }
        if (node instanceof Optional<?> optional) {
            return Optional.of(change(optional.orElseThrow(), path, value));
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(path.get(0));
            copy.set(index, change(list.get(index), path.subList(1, path.size()), value));
            return List.copyOf(copy);
        }
        try {
            RecordComponent[] components = node.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            boolean found = false;
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getAccessor().invoke(node);
                if (components[i].getName().equals(path.get(0))) {
                    values[i] = change(values[i], path.subList(1, path.size()), value);
                    found = true;
                }
            }
            if (!found) {
                throw new AssertionError("no " + path + " in " + node);
            }
            return node.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The text at a path of {@link #texts}. */
    public static String text(Object root, String path) {
        Object node = root;
        for (String part : path.split("\\.")) {
            node = node instanceof Optional<?> optional ? optional.orElseThrow() : node;
            try {
                node = node instanceof List<?> list ? list.get(Integer.parseInt(part)) : node.getClass().getMethod(part).invoke(node);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return (String) (node instanceof Optional<?> optional ? optional.orElseThrow() : node);
    }

    /** Paths of all texts in a tree of records. */
    public static List<String> texts(Object node, String path) {
        List<String> found = new ArrayList<>();
        if (node instanceof String) {
            found.add(path);
        } else if (node instanceof Optional<?> optional) {
            optional.ifPresent(each -> found.addAll(texts(each, path)));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                found.addAll(texts(list.get(i), path + "." + i));
            }
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                try {
                    found.addAll(texts(component.getAccessor().invoke(node),
                            path.isEmpty() ? component.getName() : path + "." + component.getName()));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return found;
    }
}

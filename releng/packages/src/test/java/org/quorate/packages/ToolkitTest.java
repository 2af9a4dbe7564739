// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.packages.MethodReferences.Reference;

/**
 * Each platform has an SWT of its own, and one of them another version (releng/adr/0011-packages.md). What the desktop calls on it is
 * there, on each.
 */
@Tag("long")
class ToolkitTest {

    private static final String SWT = "org/eclipse/swt/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-aarch64", "windows-x86_64", "windows-arm64", "macos-x86_64", "macos-arm64"})
    void hasEveryMethodThatIsCalled(String platform) throws Exception {
        Path product = Packages.made().unpacked(platform, folder);
        Path plugins = product.resolve(platform.startsWith("macos") ? "Quorate.app/Contents/Eclipse/plugins" : "desktop/plugins");
        List<URL> jars = new ArrayList<>();
        Set<Reference> called = new HashSet<>();
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(jar.toUri().toURL());
                if (!jar.getFileName().toString().matches("org\\.eclipse\\.swt\\.(gtk|win32|cocoa)\\..*")) {
                    called.addAll(calls(jar));
                }
            }
        }
        assertTrue(called.size() > 1000, called.size() + " methods");
        Set<String> missing = new TreeSet<>();
        Map<String, Set<String>> known = new HashMap<>();
        try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), null)) {
            for (Reference reference : called) {
                Set<String> methods = known.get(reference.owner());
                if (methods == null) {
                    methods = methods(reference.owner(), loader);
                    known.put(reference.owner(), methods);
                }
                if (!methods.contains(reference.name())) {
                    missing.add(reference.owner() + "." + reference.name());
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Set<Reference> calls(Path jar) throws IOException {
        Set<Reference> calls = new HashSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
                try (var in = file.getInputStream(entry)) {
                    calls.addAll(MethodReferences.in(in.readAllBytes(), SWT));
                }
            }
        }
        return calls;
    }

    /** Those of a class and of all that it inherits from, with their descriptors; the class is not initialised. */
    private static Set<String> methods(String owner, ClassLoader loader) throws ClassNotFoundException {
        Set<String> methods = new HashSet<>();
        collect(Class.forName(owner.replace('/', '.'), false, loader), methods);
        return methods;
    }

    private static void collect(Class<?> type, Set<String> methods) {
        if (type == null) {
            return;
        }
        for (var constructor : type.getDeclaredConstructors()) {
            methods.add("<init>" + MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString());
        }
        for (Method method : type.getDeclaredMethods()) {
            methods.add(method.getName() + MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString());
        }
        collect(type.getSuperclass(), methods);
        for (Class<?> parent : type.getInterfaces()) {
            collect(parent, methods);
        }
        if (type.isInterface()) {
            collect(Object.class, methods);
        }
    }
}

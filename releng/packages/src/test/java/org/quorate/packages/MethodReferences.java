// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What a class file calls, read from its constant pool (Java Virtual Machine Specification, 4.4). */
final class MethodReferences {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;
    private static final int BEFORE_POOL = 8;

    private final String[] texts;
    private final int[] tags;
    /** Of entries that refer to one or two others, the first and the second. */
    private final int[] first;
    private final int[] second;

    private MethodReferences(int count) {
        texts = new String[count];
        tags = new int[count];
        first = new int[count];
        second = new int[count];
    }

    /** A method that is called: {@code owner} and {@code name} with its descriptor, in the form of class files. */
    record Reference(String owner, String name) {
    }

    /** All methods that a class calls on classes whose names begin so. */
    static Set<Reference> in(byte[] classFile, String prefix) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(BEFORE_POOL);
        int count = in.readUnsignedShort();
        MethodReferences pool = new MethodReferences(count);
        for (int i = 1; i < count; i++) {
            pool.read(in, i);
            if (pool.tags[i] == LONG || pool.tags[i] == DOUBLE) {
                i++;
            }
        }
        Set<Reference> references = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (pool.tags[i] == METHOD || pool.tags[i] == INTERFACE_METHOD) {
                String owner = pool.texts[pool.first[pool.first[i]]];
                int what = pool.second[i];
                if (owner.startsWith(prefix)) {
                    references.add(new Reference(owner, pool.texts[pool.first[what]] + pool.texts[pool.second[what]]));
                }
            }
        }
        return references;
    }

    private void read(DataInputStream in, int entry) throws IOException {
        tags[entry] = in.readUnsignedByte();
        switch (tags[entry]) {
            case UTF8 -> texts[entry] = in.readUTF();
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[entry] = in.readUnsignedShort();
            case LONG, DOUBLE -> in.readLong();
            case METHOD_HANDLE -> in.skipNBytes(3);
            case METHOD, INTERFACE_METHOD, NAME_AND_TYPE -> {
                first[entry] = in.readUnsignedShort();
                second[entry] = in.readUnsignedShort();
            }
            default -> in.readInt();
        }
    }
}

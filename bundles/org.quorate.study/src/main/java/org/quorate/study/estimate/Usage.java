// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.Set;
import org.quorate.model.Operation;

/** What the operations of one item of a mix do to files and directories. Pure functions, thread-safe. */
final class Usage {

    private static final Set<Operation> CHANGE_FILE = Set.of(Operation.WRITE, Operation.APPEND, Operation.CHMOD, Operation.SESSION,
            Operation.UNLINK, Operation.RENAME, Operation.MOVE);
    private static final Set<Operation> WRITE_DATA = Set.of(Operation.WRITE, Operation.APPEND, Operation.SESSION);
    private static final Set<Operation> CHANGE_DIRECTORY = Set.of(Operation.CREATE, Operation.UNLINK, Operation.RENAME, Operation.MOVE,
            Operation.MKDIR, Operation.RMDIR);
    private static final Set<Operation> WITHOUT_FILE = Set.of(Operation.CREATE, Operation.MKDIR, Operation.RMDIR, Operation.READDIR,
            Operation.STATFS);

    private Usage() {
    }

    /** It works on an existing file. */
    static boolean usesFile(Operation operation) {
        return !WITHOUT_FILE.contains(operation);
    }

    static boolean changesFile(Operation operation) {
        return CHANGE_FILE.contains(operation);
    }

    static boolean writesData(Operation operation) {
        return WRITE_DATA.contains(operation);
    }

    /** It takes a lock of flock(). */
    static boolean locks(Operation operation) {
        return operation == Operation.FLOCK || operation == Operation.SESSION;
    }

    /** It brings the pages that it touches into the cache. */
    static boolean readsData(Operation operation) {
        return operation == Operation.READ || operation == Operation.SESSION;
    }

    static boolean changesDirectory(Operation operation) {
        return CHANGE_DIRECTORY.contains(operation);
    }

    /** It makes a file. */
    static boolean makes(Operation operation) {
        return operation == Operation.CREATE;
    }
}

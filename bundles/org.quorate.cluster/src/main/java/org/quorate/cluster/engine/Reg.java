// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * Registers of a frame. {@link #LOCK} to {@link #LOOP} are local to a recipe: a call saves them and a return restores
 * them. All others are shared between caller and callee.
 */
public final class Reg {

    /** Saved and restored by calls: handle of the cluster lock at hand. */
    public static final int LOCK = 0;
    /** Saved by calls: lock mode wanted. */
    public static final int MODE = 1;
    /** Saved by calls: handle of the lock manager's object (lock resource, lock). */
    public static final int RES = 2;
    /** Saved by calls: counter or present node of a loop. */
    public static final int LOOP = 3;
    /** Number of registers that a call saves. */
    static final int SAVED = 4;

    /** Node (index in the scenario) on which the frame runs. */
    public static final int NODE = 4;
    /** Operation frame on whose behalf a kernel thread works at present, or -1. An operation's own frame: itself. */
    public static final int BEHALF = 5;
    /** Answer of the last step or call. */
    public static final int RESULT = 6;
    /** Message at hand (server threads), or the one whose answer is awaited. */
    public static final int MESSAGE = 7;
    /** Inode that the operation works on. */
    public static final int FILE = 8;
    /** Its directory. */
    public static final int DIRECTORY = 9;
    /** Second inode: a new directory, or the system inode at hand. */
    public static final int OTHER = 10;
    /** Bytes to read or write. */
    public static final int BYTES = 11;
    /** Ordinal of the operation. */
    public static final int OPERATION = 12;
    /** Index of the workload thread. */
    public static final int THREAD = 13;
    /** Index of the operation share of the phase. */
    public static final int SHARE = 14;
    /** Free for the mechanism that owns the frame. */
    public static final int WORK = 15;
    /** Free for the mechanism that owns the frame. */
    public static final int WORK2 = 16;
    /** Outstanding I/O requests or messages that the frame waits for. */
    public static final int PENDING = 17;
    /** Transaction that the frame has open, or waits for. */
    public static final int TRANSACTION = 18;
    /** Free for the mechanism that owns the frame. */
    public static final int WORK3 = 19;
    /** Index of the file set that the operation works on. */
    public static final int SET = 20;
    /** Where a read or write begins in the file, in units of {@link #OFFSET_BYTES}. */
    public static final int OFFSET = 21;
    /** Ordinal of the way by which data is moved. */
    public static final int WAY = 22;
    /** Directory that a file is moved to. */
    public static final int TARGET = 23;
    /** Number of registers. */
    static final int COUNT = 24;
    /** Unit of {@link #OFFSET}. */
    public static final int OFFSET_BYTES = 512;

    private Reg() {
    }
}

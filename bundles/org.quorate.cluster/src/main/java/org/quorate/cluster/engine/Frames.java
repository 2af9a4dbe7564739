// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * All threads of execution of a run, in primitive arrays: registers, call stack, and one link by which a frame waits in
 * at most one {@link WaitList}. Made once; no allocation while the simulation runs. Not thread-safe.
 */
public final class Frames {

    private static final int DEPTH = 16;
    private static final int ENTRY = Reg.SAVED + 1;

    private int count;
    private int[] registers = new int[64 * Reg.COUNT];
    private int[] stack = new int[64 * DEPTH * ENTRY];
    private int[] depth = new int[64];
    private int[] counter = new int[64];
    private int[] next = new int[64];

    /**
     * Makes a frame.
     *
     * @param node on which it runs
     * @return its index
     */
    public int create(int node) {
        if (count == depth.length) {
            int size = count * 2;
            registers = Arrays.copyOf(registers, size * Reg.COUNT);
            stack = Arrays.copyOf(stack, size * DEPTH * ENTRY);
            depth = Arrays.copyOf(depth, size);
            counter = Arrays.copyOf(counter, size);
            next = Arrays.copyOf(next, size);
        }
        int frame = count++;
        next[frame] = WaitList.NOT_WAITING;
        set(frame, Reg.NODE, node);
        set(frame, Reg.BEHALF, -1);
        return frame;
    }

    public int count() {
        return count;
    }

    public int get(int frame, int register) {
        return registers[frame * Reg.COUNT + register];
    }

    public void set(int frame, int register, int value) {
        registers[frame * Reg.COUNT + register] = value;
    }

    /** Node on which the frame runs. */
    public int node(int frame) {
        return registers[frame * Reg.COUNT + Reg.NODE];
    }

    int counter(int frame) {
        return counter[frame];
    }

    void jump(int frame, int address) {
        counter[frame] = address;
    }

    void call(int frame, int returnAddress, int entry) {
        int level = depth[frame];
        if (level == DEPTH) {
            throw new IllegalStateException("recipes call each other deeper than " + DEPTH);
        }
        int at = (frame * DEPTH + level) * ENTRY;
        stack[at] = returnAddress;
        System.arraycopy(registers, frame * Reg.COUNT, stack, at + 1, Reg.SAVED);
        depth[frame] = level + 1;
        counter[frame] = entry;
    }

    /** Returns from a recipe; false if it was the outermost one. */
    boolean leave(int frame) {
        int level = depth[frame];
        if (level == 0) {
            return false;
        }
        int at = (frame * DEPTH + level - 1) * ENTRY;
        counter[frame] = stack[at];
        System.arraycopy(stack, at + 1, registers, frame * Reg.COUNT, Reg.SAVED);
        depth[frame] = level - 1;
        return true;
    }

    /** Addresses at which a frame and its callers will go on, innermost first. */
    int[] addresses(int frame) {
        int[] addresses = new int[depth[frame] + 1];
        addresses[0] = counter[frame];
        for (int i = 1; i < addresses.length; i++) {
            addresses[i] = stack[(frame * DEPTH + depth[frame] - i) * ENTRY];
        }
        return addresses;
    }

    String registersOf(int frame) {
        return Arrays.toString(Arrays.copyOfRange(registers, frame * Reg.COUNT, (frame + 1) * Reg.COUNT));
    }

    int next(int frame) {
        return next[frame];
    }

    void next(int frame, int follower) {
        next[frame] = follower;
    }
}

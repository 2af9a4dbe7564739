// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * Frames that wait for the same thing, first in first out; a list is two integers in arrays of its owner. This class
 * holds many such lists, by index. Not thread-safe.
 */
public final class WaitList {

    static final int NOT_WAITING = -2;
    private static final int END = -1;

    private final Frames frames;
    private int[] head;
    private int[] tail;

    /**
     * Makes lists.
     *
     * @param lists how many at first; {@link #ensure} makes more
     */
    public WaitList(Frames frames, int lists) {
        this.frames = frames;
        head = new int[Math.max(1, lists)];
        tail = new int[Math.max(1, lists)];
        java.util.Arrays.fill(head, END);
    }

    /** Makes sure that lists 0 to {@code lists - 1} exist. */
    public void ensure(int lists) {
        int old = head.length;
        if (lists > old) {
            head = java.util.Arrays.copyOf(head, Math.max(lists, old + old / 2));
            tail = java.util.Arrays.copyOf(tail, head.length);
            java.util.Arrays.fill(head, old, head.length, END);
        }
    }

    /** Appends a frame, which must not wait in any list. */
    public void add(int list, int frame) {
        if (frames.next(frame) != NOT_WAITING) {
            throw new IllegalStateException("frame " + frame + " waits already");
        }
        frames.next(frame, END);
        if (head[list] == END) {
            head[list] = frame;
        } else {
            frames.next(tail[list], frame);
        }
        tail[list] = frame;
    }

    /** First frame, or -1. */
    public int first(int list) {
        return head[list];
    }

    public boolean isEmpty(int list) {
        return head[list] == END;
    }

    /** Removes and returns the first frame, or -1. */
    public int poll(int list) {
        int frame = head[list];
        if (frame != END) {
            head[list] = frames.next(frame);
            frames.next(frame, NOT_WAITING);
        }
        return frame;
    }

    /** The frame after this one in its list, or -1. */
    public int after(int frame) {
        return frames.next(frame);
    }
}

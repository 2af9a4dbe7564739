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
    /** Of the lists that somebody has waited in; the others cost nothing. */
    private final IntIndex head = new IntIndex();
    private final IntIndex tail = new IntIndex();

    /** Makes empty lists, as many as there are numbers of 0 or more. */
    public WaitList(Frames frames) {
        this.frames = frames;
    }

    /** Appends a frame, which must not wait in any list. */
    public void add(int list, int frame) {
        if (frames.next(frame) != NOT_WAITING) {
            throw new IllegalStateException("frame " + frame + " waits already");
        }
        frames.next(frame, END);
        if (isEmpty(list)) {
            head.put(list, frame);
        } else {
            frames.next(tail.get(list), frame);
        }
        tail.put(list, frame);
    }

    /** First frame, or -1. */
    public int first(int list) {
        return head.get(list);
    }

    public boolean isEmpty(int list) {
        return head.get(list) == END;
    }

    /** Removes and returns the first frame, or -1. */
    public int poll(int list) {
        int frame = head.get(list);
        if (frame != END) {
            head.put(list, frames.next(frame));
            frames.next(frame, NOT_WAITING);
        }
        return frame;
    }

    /** The frame after this one in its list, or -1. */
    public int after(int frame) {
        return frames.next(frame);
    }
}

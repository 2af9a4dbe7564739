// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * What one operation asks of each kind of station, on average: nanoseconds unless said otherwise. A builder; used by one thread.
 * Work that no operation waits for has fields of its own: it only makes others wait.
 */
final class Demand {

    /** The node's own processors, and in it what its lock manager's receiving thread does. */
    double cpu;
    /** The one receiving thread of the node's lock manager, of its processor time. */
    double receiver;
    /** The same on other nodes. */
    double peer;
    /** Processor time of other threads on other nodes that it waits for. */
    double otherPeer;
    /** Receiving threads' time for acknowledgements, one for each batch of messages: less if the threads are busy. */
    double acknowledged;
    /** Receiving threads' time, on any node, for which nobody waits. */
    double aside;
    /** On the wire. */
    double wire;
    /** Wake-ups that always come. */
    double wakes;
    /** Wake-ups of a receiving thread, which come only if it is idle. */
    double idleWakes;
    /** Wake-ups of a kernel thread that serves all requests which come meanwhile. */
    double sharedWakes;
    /** The device: what the operation waits for, and what is left to kernel threads. */
    double device;
    double deviceAside;
    /** The storage link, of both. */
    double link;
    /** Waiting for the node's own journal. */
    double journal;
    /** Waiting for other nodes to hand a lock over, all that belongs to it. */
    double handOver;
    /** Lock messages, acknowledgements aside. */
    double messages;
    /** Journal commits or log flushes that it waits for. */
    double commits;

    /** Adds so many times another demand. */
    Demand add(Demand other, double times) {
        cpu += other.cpu * times;
        receiver += other.receiver * times;
        peer += other.peer * times;
        otherPeer += other.otherPeer * times;
        acknowledged += other.acknowledged * times;
        aside += other.aside * times;
        wire += other.wire * times;
        wakes += other.wakes * times;
        idleWakes += other.idleWakes * times;
        sharedWakes += other.sharedWakes * times;
        device += other.device * times;
        deviceAside += other.deviceAside * times;
        link += other.link * times;
        journal += other.journal * times;
        handOver += other.handOver * times;
        messages += other.messages * times;
        commits += other.commits * times;
        return this;
    }

    Demand cpu(double nanos) {
        cpu += nanos;
        return this;
    }

    Demand wakes(double nanos) {
        wakes += nanos;
        return this;
    }

    /** Reads so many single blocks, one after the other. */
    Demand reads(Prices prices, double count) {
        device += prices.read() * count;
        link += prices.linkByte() * Prices.BLOCK_BYTES * count;
        return this;
    }

    /** Waits for one write request of so many blocks, and so many cache flushes with it. */
    Demand write(Prices prices, double blocks, double flushes) {
        device += prices.write() + prices.flush() * flushes + Math.max(0, blocks - 1) * Prices.BLOCK_BYTES * prices.mediumByte();
        link += prices.linkByte() * Prices.BLOCK_BYTES * blocks;
        return this;
    }

    /** The latency without any queue. */
    double alone() {
        return cpu + receiver + peer + otherPeer + wire + wakes + idleWakes + sharedWakes + device + link + journal + handOver;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * fs/dlm (kernel reference 2.1): requests and replies by the threads dlm_send and dlm_recv, a directory of masters by hash.
 *
 * @param prices of the hardware
 * @param nodes  in the lockspace
 * @param hops   threads of the node between the lock manager's answer and the task: dlm_callback and, in GFS2, glock_workqueue
 * @param acknowledges each batch of messages is acknowledged (protocol 3.2)
 */
record FsDlm(Prices prices, int nodes, int hops, boolean acknowledges) implements LockManager {

    /** A request and its reply. */
    private Demand exchange() {
        Demand d = new Demand();
        d.cpu = prices.message();
        d.receiver = prices.message();
        d.peer = prices.message();
        d.otherPeer = prices.message();
        d.wire = 2 * prices.oneWay();
        d.wakes = prices.handOver() + prices.worker();
        d.idleWakes = 2 * prices.worker();
        d.acknowledged = acknowledges ? 2 * prices.message() : 0;
        d.messages = 2;
        return d;
    }

    /** From the answer to the task: dlm_callback, the workers after it, the task. */
    private Demand told() {
        return new Demand().cpu(prices.lock()).wakes((hops + 1) * prices.handOver());
    }

    @Override
    public Demand fresh() {
        return told().add(exchange(), (nodes - 1.0) / nodes);
    }

    /** One exchange if this node or the master has the directory entry, else two: 4 - 4/N messages. */
    @Override
    public Demand join(Peers peers) {
        return told().add(exchange(), 2 - 2.0 / nodes);
    }

    @Override
    public Demand convert(double here) {
        return told().add(exchange(), 1 - here);
    }

    @Override
    public Demand unlock(double here) {
        Demand d = new Demand();
        d.messages = 2 * (1 - here);
        d.aside = 2 * prices.message() * (1 - here);
        return d;
    }

    /** Three parties: CONVERT, REPLY, BAST, CONVERT, GRANT; two or three messages where the master is one of them. */
    @Override
    public Demand handOver() {
        double third = nodes <= 2 ? 0 : (nodes - 2.0) / nodes;
        Demand d = new Demand();
        double exchanges = 2 * third + (1 - third);
        d.handOver = exchanges * (4 * prices.message() + 2 * prices.oneWay() + 4 * prices.worker()) + (hops + 4) * prices.handOver();
        d.aside = 5 * prices.message();
        d.messages = 5 * third + 2.5 * (1 - third);
        return d;
    }
}

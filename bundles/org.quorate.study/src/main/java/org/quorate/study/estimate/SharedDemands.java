// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;

/**
 * What the tables of OCFS2 and GFS2 have in common: which parts an operation consists of. What the parts cost is their own. Immutable,
 * thread-safe.
 */
sealed interface SharedDemands extends Demands permits Ocfs2Demands, Gfs2Demands {

    Prices prices();

    /** Processor time of a path walk that finds everything in memory. */
    double walk();

    /** Path walk to the file, with the locks and blocks that it does not find. */
    void lookup(Demand d, Encounter met);

    void readDirectory(Demand d, Encounter met);

    /** The inode's lock for writing, by a node that has it for reading. */
    void forWriting(Demand d, Encounter met);

    void create(Demand free, Demand held, OperationShare share, Encounter met);

    void unlink(Demand free, Demand held, SizeDistribution file, Encounter met);

    void rename(Demand free, Demand held, Encounter met);

    void read(Demand d, OperationShare share, SizeDistribution file, Encounter met);

    void write(Demand d, OperationShare share, SizeDistribution file, Encounter met);

    void append(Demand d, OperationShare share, SizeDistribution file, Encounter met);

    void flock(Demand d, Encounter met);

    /** Another node, which has changed what the lock protects, gives it up. */
    void handOver(Demand d, double probability);

    /** What follows the data of an fsync. */
    void syncMetadata(Demand d);

    @Override
    default Path of(OperationShare share, SizeDistribution file, Encounter met) {
        Demand free = new Demand();
        Demand held = new Demand();
        switch (share.operation()) {
            case STAT -> lookup(free, met);
            case READDIR -> readDirectory(free, met);
            case CHMOD -> {
                lookup(free, met);
                forWriting(free, met);
                free.cpu(prices().block());
            }
            case CREATE, MKDIR -> create(free, held, share, met);
            case UNLINK, RMDIR -> unlink(free, held, file, met);
            case RENAME, MOVE -> rename(free, held, met);
            case STATFS -> free.cpu(prices().call());
            default -> onFile(free, share, file, met);
        }
        handOver(free, Usage.changesFile(share.operation()) ? 0 : met.lostForRead());
        if (share.fsync() || share.operation() == Operation.FSYNC) {
            free.cpu(prices().call());
            if (share.size().mean().value() > 0) {
                free.write(prices(), DataDemand.writePages(share.size()), 0);
            }
            syncMetadata(free);
        }
        return new Path(free, held);
    }

    /** Open and close around it, unless the file is kept open: the walk that {@link #lookup} reckons is then made once, too. */
    private void onFile(Demand d, OperationShare share, SizeDistribution file, Encounter met) {
        double call = prices().call();
        d.cpu(share.keepOpen() ? -walk() : call - walk() * met.open());
        lookup(d, met);
        switch (share.operation()) {
            case READ -> read(d.cpu(call), share, file, met);
            case WRITE -> write(d.cpu(call), share, file, met);
            case APPEND -> append(d.cpu(call), share, file, met);
            case FLOCK, FCNTL -> flock(d.cpu(2 * call), met);
            case SESSION -> {
                flock(d.cpu(4 * call), met);
                read(d, share, file, met);
                write(d, share, file, met);
                d.cpu(2 * prices().block());
            }
            default -> { }
        }
    }
}

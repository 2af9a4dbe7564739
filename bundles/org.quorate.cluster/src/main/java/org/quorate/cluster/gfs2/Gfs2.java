// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.ArrayList;
import java.util.List;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.fs.LockCensus;
import org.quorate.cluster.fs.LockNaming;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Placement;
import org.quorate.cluster.lock.LockMode;
import org.quorate.model.Gfs2Spec;

/**
 * GFS2 on all nodes: glocks over fs/dlm, or without a lock manager on one node (lock_nolock), a journal for each node, resource
 * groups, and the kernel threads that serve them, as recipes (kernel reference sections 1 to 4). One instance belongs to one run; not thread-safe.
 */
public final class Gfs2 implements FileSystem {

    /** Time between the mounts of two nodes: 3 to 9 s in the lab's GFS2 runs (mount results of uml-gfs2-2-r1, r2). */
    private static final long MOUNT_NANOS = 4_000_000_000L;
    /**
     * Time between the last mount and the start, for each node: 1.04 to 1.43 s with one (uml-gfs2-nolock-1-r1 at least, uml-gfs2-1-r1 at
     * most), 2.5 to 3.3 s with two in the lab (uml-gfs2-2-r2): when the commit timers wrote, 30 s after the mount.
     */
    private static final long READY_NANOS = 1_340_000_000L;

    private final Machine machine;
    private final GlockMachine glockMachine;
    private final Glocks glocks;
    private final InCore inCore;
    private final InodeLife life;
    private final FileData data;
    private final ResourceGroups groups;
    private final GlockSteps glockSteps;
    private final JournalSteps journalSteps;
    private final InodeSteps inodeSteps;
    private Mount mount;

    /** Makes the file system, mounted on all nodes of a machine. */
    public Gfs2(Machine machine, Gfs2Spec spec) {
        if (spec.protocol() == Gfs2Spec.Protocol.LOCK_NOLOCK && machine.nodes() > 1) {
            throw new IllegalArgumentException(spec.label() + ": GFS2 with lock_nolock is mounted by one node, not by "
                    + machine.nodes() + "; use lock_dlm");
        }
        this.machine = machine;
        glockMachine = new GlockMachine(machine, spec.protocol());
        glocks = glockMachine.glocks;
        inCore = new InCore(machine, spec.dataOrdered());
        FileShape shape = new FileShape();
        groups = new ResourceGroups(machine.scenario(), spec, machine.names(), glocks, shape);
        Journal journal = new Journal(machine, glocks, (int) (spec.journal().value() / Lun.BLOCK_BYTES),
                glockMachine::freeIfUnused);
        InPlace inPlace = new InPlace(machine, glocks, journal.buffers);
        Space space = new Space(machine, groups, glockMachine.times, shape);
        life = new InodeLife(machine, glockMachine, inCore, row -> space.forget(row, true));
        data = new FileData(machine, glocks, inCore, journal, groups, space, shape, life);
        glockSteps = new GlockSteps(machine, glockMachine, inCore, groups);
        journalSteps = new JournalSteps(machine, glocks, inCore, journal, inPlace, spec.commit().toNanos());
        inodeSteps = new InodeSteps(machine, glocks, inCore, life, data, space, spec.statfsQuantum().toNanos(),
                new Labels(machine, glocks, inCore, journal, groups, space, data));
    }

    @Override
    public List<Mechanism> mechanisms() {
        List<Mechanism> mechanisms = new ArrayList<>(glockMachine.protocol.mechanisms());
        mechanisms.addAll(List.of(glockSteps, journalSteps, inodeSteps));
        return mechanisms;
    }

    @Override
    public void write(RecipeBook book) {
        glockMachine.protocol.write(book);
        GlockRecipes.write(book);
        JournalRecipes.write(book);
        InodeRecipes.write(book);
        OperationRecipes.write(book);
    }

    @Override
    public Placement placement() {
        return groups;
    }

    @Override
    public List<String> lockKinds() {
        return GlockKind.NAMES;
    }

    @Override
    public LockCensus locks() {
        return glocks.census(machine.nodes());
    }

    @Override
    public LockNaming lockNaming() {
        return new GlockNames(machine, glocks);
    }

    @Override
    public void start() {
        glockMachine.protocol.start();
        Interpreter interpreter = machine.interpreter();
        Frames frames = machine.frames();
        for (int node = 0; node < machine.nodes(); node++) {
            long mounted = machine.nodes() * READY_NANOS + (machine.nodes() - 1 - node) * MOUNT_NANOS;
            journalSteps.start(node, mounted);
            inodeSteps.firstQuantum(node, mounted);
            data.localStatfs(node, mount().on(node));
            int quotad = frames.create(node);
            frames.set(quotad, Reg.OTHER, mount().masterStatfs());
            interpreter.start(quotad, interpreter.entry("inode/gfs2_quotad"), 0);
        }
    }

    /** Made when the name space is complete: warm caches need it before the mount. */
    private Mount mount() {
        if (mount == null) {
            mount = new Mount(machine, glockMachine, inCore, groups.journals(), groups.all());
        }
        return mount;
    }

    @Override
    public void expectWarm(int files) {
        machine.names().expect(files);
        machine.inodes().expect(files);
        int locks = Math.multiplyExact(files, 2); // INODE and IOPEN
        glocks.expect(locks);
        glockMachine.holders.expect(files);
        glockMachine.protocol.expect(locks);
    }

    @Override
    public void warm(int node, int file) {
        NameSpace names = machine.names();
        int directory = names.directoryOf(file);
        int directoryRow = inMemory(node, directory);
        int row = inMemory(node, file);
        machine.inodes().cache(row, machine.inodes().dataPages(file));
        machine.inodes().set(row, InCore.INDIRECT_VALID);
        machine.times().read(file);
        int leaf = data.directories().leafOf(directory, file, 0);
        machine.inodes().set(directoryRow, InodeCache.DIRECTORY_VALID);
        if (leaf >= 0) {
            inCore.addLeaf(directoryRow, leaf);
        }
    }

    @Override
    public void verify() {
        glockMachine.holders.verify();
        glockMachine.protocol.verify();
    }

    /** What it knows of locks, for tests. */
    Glocks glocks() {
        return glocks;
    }

    private int inMemory(int node, int inode) {
        int row = inCore.row(node, inode);
        if (!machine.inodes().has(row, InodeCache.IN_MEMORY)) {
            mount().hold(glockMachine.get(node, GlockKind.INODE, inode), LockMode.PR);
            int iopen = glockMachine.get(node, GlockKind.IOPEN, inode);
            mount().hold(iopen, LockMode.PR);
            life.attachWarm(row, iopen);
            life.addDentry(row);
            machine.inodes().set(row, InodeCache.BLOCK_VALID | InCore.LOOKED_UP | InCore.LABEL_VALID | InCore.ATTRIBUTES_VALID);
        }
        return row;
    }

    /** What waits for what, for people. */
    @Override
    public String toString() {
        return "GFS2" + glockMachine.holders + glockMachine.protocol;
    }
}

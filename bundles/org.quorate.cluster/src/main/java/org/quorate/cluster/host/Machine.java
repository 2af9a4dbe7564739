// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.List;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.TimerFrequency;
import org.quorate.sim.RandomStreams;

/**
 * What every mechanism of a run needs: the interpreter, the hosts, the network, the LUN, the name space. Made once a run;
 * not thread-safe.
 *
 * @param scenario    what is simulated
 * @param contender   the file system of this run
 * @param kernel      object sizes and switches
 * @param interpreter runs the recipes
 * @param ledger      splits the latency
 * @param streams     random streams by name
 * @param hosts       processors
 * @param network     interconnect
 * @param lun         shared device
 * @param names       files and directories
 * @param inodes      what each node caches of them
 * @param census      live kernel objects
 * @param openFiles   files that workload threads keep open
 * @param times       when files were read and changed
 * @param hotLocks    what operations wait for
 */
public record Machine(Scenario scenario, FileSystemSpec contender, KernelProfile kernel, Interpreter interpreter,
        Ledger ledger, RandomStreams streams, Hosts hosts, Network network, Lun lun, NameSpace names, InodeCache inodes,
        Census census, OpenFiles openFiles, FileTimes times, HotLocks hotLocks) {

    /** Builds the hardware of a scenario. */
    public static Machine of(Scenario scenario, FileSystemSpec contender, KernelProfile kernel, RandomStreams streams,
            Instruments instruments) {
        Interpreter interpreter = new Interpreter();
        Ledger ledger = instruments.ledger(interpreter);
        Hosts hosts = new Hosts(scenario.cluster(), interpreter, ledger, streams);
        Network network = new Network(scenario.cluster(), interpreter, ledger, hosts, streams, instruments.traffic());
        Lun lun = new Lun(scenario.lun(), contender.barrier(), contender.logicalVolume(), interpreter, ledger, streams);
        NameSpace names = new NameSpace(scenario);
        Census census = new Census(scenario.cluster().nodes(), kernel);
        return new Machine(scenario, contender, kernel, interpreter, ledger, streams, hosts, network, lun, names,
                new InodeCache(scenario.cluster().nodes(), names), census, new OpenFiles(interpreter.frames()),
                new FileTimes(names, interpreter, contender.accessTimes(), timerHz(scenario)), new HotLocks(interpreter));
    }

    public Frames frames() {
        return interpreter.frames();
    }

    /** Ticks a second of the nodes' kernels. */
    public int timerHz() {
        return timerHz(scenario);
    }

    private static int timerHz(Scenario scenario) {
        return TimerFrequency.of(scenario.cluster().os(), scenario.cluster().kernel());
    }

    /** Number of nodes. */
    public int nodes() {
        return scenario.cluster().nodes().size();
    }

    /** Mechanisms whose steps any recipe may use. */
    public List<org.quorate.cluster.engine.Mechanism> common() {
        return List.of(hosts, network, openFiles);
    }
}

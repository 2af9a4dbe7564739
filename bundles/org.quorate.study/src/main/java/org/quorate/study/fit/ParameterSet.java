// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.quorate.model.BitRate;
import org.quorate.model.Cluster;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Interconnect;
import org.quorate.model.Lun;
import org.quorate.model.LunService;
import org.quorate.model.Scenario;
import org.quorate.model.TimeDistribution;

/**
 * Values of all parameters. Immutable, thread-safe.
 *
 * @param values in the unit of each {@link Parameter}
 */
public record ParameterSet(Map<Parameter, Double> values) {

    public ParameterSet {
        values = Map.copyOf(values);
        if (values.size() != Parameter.values().length) {
            throw new IllegalArgumentException("all parameters are needed, not only " + values.keySet());
        }
    }

    /** Those of a scenario. */
    public static ParameterSet of(Scenario scenario) {
        HardwareProfile hardware = scenario.cluster().hardware();
        LunService service = scenario.lun().service();
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        put(values, Parameter.SYSTEM_CALL, hardware.systemCall());
        put(values, Parameter.MESSAGE, hardware.message());
        put(values, Parameter.TASK_WAKE_UP, hardware.taskWakeUp());
        put(values, Parameter.WORKER_WAKE_UP, hardware.workerWakeUp());
        put(values, Parameter.THREAD_SWITCH, hardware.threadSwitch());
        put(values, Parameter.LOCK_WORK, hardware.lockWork());
        put(values, Parameter.BLOCK_WORK, hardware.blockWork());
        put(values, Parameter.COPY_PAGE, hardware.copyPage());
        put(values, Parameter.ROUND_TRIP, scenario.cluster().interconnect().roundTrip());
        put(values, Parameter.READ, service.read().mean());
        put(values, Parameter.WRITE, service.write().mean());
        put(values, Parameter.FLUSH, service.flush().mean());
        values.put(Parameter.BANDWIDTH, (double) service.bandwidth().bitsPerSecond());
        return new ParameterSet(values);
    }

    private static void put(Map<Parameter, Double> values, Parameter parameter, Duration time) {
        values.put(parameter, (double) time.toNanos());
    }

    /** One value. */
    public double get(Parameter parameter) {
        return values.get(parameter);
    }

    /** One value that is a time. */
    public Duration time(Parameter parameter) {
        return Duration.ofNanos(Math.round(get(parameter)));
    }

    /** The same scenario with these values; its variations and what is said of the host stay. */
    public Scenario applyTo(Scenario s) {
        return new Scenario(s.schemaVersion(), s.name(), s.title(), cluster(s.cluster()), lun(s.lun()), s.mountPoint(),
                s.fileSystems(), s.workload(), s.initialState(), s.targets(), s.application(), s.study());
    }

    private Cluster cluster(Cluster c) {
        HardwareProfile h = c.hardware();
        HardwareProfile hardware = new HardwareProfile(h.name(), time(Parameter.SYSTEM_CALL), time(Parameter.MESSAGE),
                time(Parameter.TASK_WAKE_UP), time(Parameter.WORKER_WAKE_UP), time(Parameter.THREAD_SWITCH), h.wakeUpVariation(),
                time(Parameter.LOCK_WORK), time(Parameter.BLOCK_WORK), time(Parameter.COPY_PAGE), h.slowdown(), h.contention(), h.sharedCores());
        Interconnect link = new Interconnect(time(Parameter.ROUND_TRIP), c.interconnect().variation(), c.interconnect().bandwidth());
        return new Cluster(c.name(), c.os(), c.kernel(), c.nodes(), link, hardware, c.token(), c.fencing(), c.quorumDevice(),
                c.waitForFencing());
    }

    private Lun lun(Lun l) {
        LunService s = l.service();
        LunService service = new LunService(scaled(s.read(), Parameter.READ), scaled(s.write(), Parameter.WRITE),
                scaled(s.flush(), Parameter.FLUSH), new BitRate(Math.round(get(Parameter.BANDWIDTH))));
        return new Lun(l.name(), l.size(), l.wwid(), l.iqn(), l.portals(), l.multipath(), l.chap(), l.device(), service, l.link(),
                l.queueDepth(), l.pathTimeout(), l.reservations());
    }

    private TimeDistribution scaled(TimeDistribution old, Parameter parameter) {
        return new TimeDistribution(old.shape(), time(parameter), old.variation());
    }

    /** As a point of the unit cube, in the order of {@link Parameter}. */
    double[] position() {
        double[] position = new double[Parameter.values().length];
        for (Parameter parameter : Parameter.values()) {
            position[parameter.ordinal()] = parameter.position(get(parameter));
        }
        return position;
    }

    /** The values at a point of the unit cube. */
    static ParameterSet at(double[] position) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, parameter.value(position[parameter.ordinal()]));
        }
        return new ParameterSet(values);
    }
}

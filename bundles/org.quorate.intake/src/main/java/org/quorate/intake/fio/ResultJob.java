// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job of a result. Immutable.
 *
 * @param name   of the job
 * @param group  of jobs that ran at the same time
 * @param node   its figures
 * @param block  bytes of a request
 * @param direct past the page cache
 * @param depth  requests that one process has under way
 * @param random requests anywhere, not one after the other
 * @param through each write is written through (sync)
 * @param device the file is a device
 * @param processes jobs that ran at the same time, this one included
 * @param together  how many of them these are the figures of: with group_reporting all, else one
 */
record ResultJob(String name, int group, JsonNode node, long block, boolean direct, long depth, boolean random, boolean through,
        boolean device, int processes, double together) {

    private static final long DEFAULT_BLOCK = 4096;

    /** Of an element of {@code jobs}; options that it does not have are those of {@code global options}. */
    static ResultJob of(JsonNode job, JsonNode global, int processes) {
        JsonNode options = job.path("job options");
        Engine engine = new Engine(option(options, global, "ioengine", "psync"));
        long depth = FioUnits.number(option(options, global, "iodepth", "1")).orElse(1L);
        long block = FioUnits.size(option(options, global, "bs", option(options, global, "blocksize", "4k")), 1024).orElse(DEFAULT_BLOCK);
        int clones = (int) Math.min(10_000, FioUnits.number(option(options, global, "numjobs", "1")).orElse(1L));
        String way = option(options, global, "rw", option(options, global, "readwrite", "read"));
        return new ResultJob(job.path("jobname").asText(), job.path("groupid").asInt(), job, Math.max(1, block),
                option(options, global, "direct", "0").equals("1") || option(options, global, "buffered", "1").equals("0"),
                engine.asynchronous() ? Math.max(1, depth) : 1, way.startsWith("rand"),
                !option(options, global, "sync", "0").matches("0|none"), option(options, global, "filename", "").startsWith("/dev/"),
                Math.max(processes, clones), Math.max(1, (double) clones / processes));
    }

    private static String option(JsonNode options, JsonNode global, String name, String otherwise) {
        JsonNode own = options.path(name);
        return own.isMissingNode() ? global.path(name).asText(otherwise) : own.asText(otherwise);
    }

    /** No request waits for another. */
    boolean alone() {
        return depth == 1 && processes == 1;
    }

    /** Figures of reads or of writes. */
    JsonNode direction(boolean reads) {
        return node.path(reads ? "read" : "write");
    }

    boolean has(boolean reads) {
        return direction(reads).path("total_ios").asLong() > 0;
    }
}

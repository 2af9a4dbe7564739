// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LunService;
import org.quorate.model.Ocfs2Spec;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * No cache flush is sent to a LUN whose cache forgets. Source: lab README ("OCFS2 issues no cache flush by default, fsync included: data
 * can be lost behind a volatile write cache"). The model does not name the kind of cache; a cache that is safe without power has nothing
 * to do at a flush, so that where a flush takes longer than a write into the cache, it is taken for volatile.
 */
public final class BarrierRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("volatile-cache", Severity.CRITICAL,
            "no cache flushes (OCFS2 without barrier=1) on a LUN with a volatile cache",
            "lab README; volatile: a flush takes longer than a write into the cache");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        LunService service = context.scenario().lun().service();
        boolean forgets = service.flush().mean().compareTo(service.write().mean()) > 0;
        return !forgets ? List.of() : context.contenders(FileSystemSpec.class).stream().filter(contender -> !contender.spec().barrier())
                .map(contender -> finding(context, contender, service)).toList();
    }

    private static Finding finding(Context context, Contender<FileSystemSpec> contender, LunService service) {
        List<String> evidence = new ArrayList<>();
        evidence.add("the LUN: " + Phrases.time(service.write().mean()) + " for a write, "
                + Phrases.time(service.flush().mean()) + " for a flush, which has something to write then");
        List<String> syncs = context.uses(Use::syncs).stream().map(use -> use.phase().name() + "/"
                + Titles.of(use.operation())).distinct().toList();
        if (!syncs.isEmpty()) {
            evidence.add("fsync is called in " + Phrases.and(syncs));
        }
        context.measured(contender).forEach(figures -> evidence.add(Phrases.of(figures)
                + Quantity.number(figures.phase().disk().flushesPerOperation().mean()) + " flushes an operation"));
        boolean ocfs2 = contender.spec() instanceof Ocfs2Spec;
        return new Finding(ABOUT.id(), ABOUT.severity(), contender.label() + " does not flush the LUN's volatile cache",
                (ocfs2 ? "OCFS2 mounts with barriers off. " : "") + "An fsync returns when the data are in the cache of the device; a power"
                        + " failure there loses them, and the order of the journal with them, on all nodes at once. Mount with barrier=1, or make"
                        + " sure that the cache is protected by a battery or switched off. It costs what the flushes cost: compare again.",
                evidence, contender.path("barrier"), Optional.of(QuickFix.of("send cache flushes", contender.path("barrier"), "true")));
    }
}

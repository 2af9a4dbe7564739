// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import org.quorate.study.claims.Claim;
import org.quorate.study.claims.ClaimStudy;
import org.quorate.study.claims.Claims;
import org.quorate.study.claims.ClaimsResult;

/** Tests what is said about the two file systems. Thread-safe. */
public final class TestClaims {

    private final ClaimStudy study;

    TestClaims(ClaimStudy study) {
        this.study = study;
    }

    /** All that can be tested. */
    public List<Claim> claims() {
        return Claims.all();
    }

    /**
     * Those of some ids, in the order of all.
     *
     * @param ids of claims; empty: all
     * @throws IllegalArgumentException with a message for the user if there is no claim of an id
     */
    public List<Claim> chosen(List<String> ids) {
        for (String id : ids) {
            if (claims().stream().noneMatch(claim -> claim.id().equals(id))) {
                throw new IllegalArgumentException("no claim " + id + " (allowed: "
                        + String.join(", ", claims().stream().map(Claim::id).toList()) + ")");
            }
        }
        return claims().stream().filter(claim -> ids.isEmpty() || ids.contains(claim.id())).toList();
    }

    /**
     * Simulates what claims are about; all of them take minutes.
     *
     * @param ids of claims; empty: all
     * @throws IllegalArgumentException                   if there is no claim of an id
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public ClaimsResult test(List<String> ids, Progress progress) {
        return study.test(chosen(ids), new Listening(progress), progress::isCancelled);
    }
}

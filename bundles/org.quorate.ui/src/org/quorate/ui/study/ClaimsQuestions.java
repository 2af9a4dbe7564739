// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.TestClaims;
import org.quorate.report.ClaimsReport;
import org.quorate.report.ReportContext;
import org.quorate.study.claims.Claim;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.io.ClaimsCsv;
import org.quorate.study.io.ClaimsJson;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks which claims about the file systems are tested. */
final class ClaimsQuestions implements Questionnaire {

    static final String CLAIMS = "claims";

    private final StudyTools tools;
    private final TestClaims claims;

    ClaimsQuestions(StudyTools tools) {
        this.tools = tools;
        claims = tools.app().testClaims();
    }

    @Override
    public String title() {
        return StudyMessages.Claims_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Claims_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String wanted = entered.getOrDefault(CLAIMS, "");
        List<String> ids = ListText.entries(wanted);
        String said = String.join("\n", claims.claims().stream().filter(claim -> ids.contains(claim.id())).map(Claim::statement).toList());
        return List.of(Question.choicesOrText(CLAIMS, StudyMessages.Claims_which, claims.claims().stream().map(Claim::id).toList(), wanted,
                said.isEmpty() ? Messages.bind(StudyMessages.Claims_which_hint, claims.claims().size()) : said));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        List<String> ids = ListText.entries(answers.get(CLAIMS));
        Checks checks = new Checks();
        Optional<List<Claim>> chosen = checks.ask(CLAIMS, () -> claims.chosen(ids));
        return chosen.map(known -> Reply.of(Messages.bind(StudyMessages.Claims_summary, known.size()),
                tools.study(StudyMessages.Claims_result, "claims", ids, (progress, context) -> found(claims.test(ids, progress), context))))
                .orElseGet(checks::failed);
    }

    private static Found found(ClaimsResult result, ReportContext context) {
        return new Found(ClaimsReport.document(result, context), List.of(DataForm.csv(() -> new ClaimsCsv().write(result)),
                DataForm.json(() -> new ClaimsJson().write(result))));
    }
}

import { canonicalJson, type Path } from "../../core/index.ts";
import type { LintFinding, LintRule } from "../card/findings.ts";
import { lintScorecard } from "../card/lint.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { resolvedCardAt } from "./card-at.ts";
import { readSigning } from "./read-register.ts";
import {
  isSamePerson,
  type AcceptedFinding,
  type CardSigning,
  type SignOffOutcome,
  type SignOffRefused,
} from "./sign-off.ts";

/** Rule and place: what an acceptance and a finding have in common. */
const keyOf = ({ rule, path }: { readonly rule: LintRule; readonly path: Path }): string => canonicalJson([rule, path]);

const rulesOf = (list: readonly { readonly rule: LintRule }[]): readonly LintRule[] => [
  ...new Set(list.map(({ rule }) => rule)),
];

/** Why the lint, and what was accepted of it, stand against a signature; null where they do not. */
function refusedByLint(findings: readonly LintFinding[], accepted: readonly AcceptedFinding[]): SignOffRefused | null {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return { ok: false, reason: "card-has-lint-errors", details: { rules: rulesOf(errors), findings: errors } };
  }
  // one acceptance for each finding, also where several are of one rule and one place
  const left = new Map(accepted.entries());
  const open = findings.filter((finding) => {
    const own = [...left].find(([, one]) => keyOf(one) === keyOf(finding));
    if (own !== undefined) left.delete(own[0]);
    return own === undefined;
  });
  if (open.length > 0) {
    return { ok: false, reason: "findings-not-accepted", details: { rules: rulesOf(open), findings: open } };
  }
  if (left.size === 0) return null;
  const details = { rules: rulesOf([...left.values()]), places: [...left.keys()] };
  return { ok: false, reason: "accepted-without-finding", details };
}

/**
 * Signs a card off (评分卡签批): the record that somebody other than its author has seen this very content and what the lint
 * says of it, or why it cannot be signed.
 *
 * Refused are: a signature of the author; one after the first day the card is in force; a measurement dated after the
 * signature; a card with an error of the lint, which nothing accepts; a finding (a warning or a note) without a reason of its own in
 * `accepted`, one for each; and an acceptance of what the lint does not say, which may have been written for another version. Names are
 * compared without the blanks around them and the case of their letters; otherwise one person needs one spelling.
 *
 * The library does not know who somebody is and whether they may sign: the caller does. The record is not an electronic
 * signature; whoever needs one signs its `contentHash`.
 *
 * @param card - the card, plain or prepared
 * @param signing - who wrote it, who signs, as what and when, the findings accepted, and the measurement
 * @returns the record, with id, version and content hash of the card, or the reason why not, for `tell`
 * @throws `customer-classification/invalid-sign-off` when `signing` has a member nobody knows or of another kind
 * @throws `customer-classification/invalid-card`, with the path inside `card`; see {@link prepareScorecard}
 * @throws `core/invalid-date`; `core/invalid-policy` when the envelope of the card is broken
 * @example
 * const card = { ...exampleRetailCard, id: "acme.retail-card", status: "house", effectiveFrom: "2026-04-01" } as const;
 * const signing = { author: "Retail analytics", signedBy: "E-1017", role: "credit committee", signedOn: "2026-03-20" };
 * const signed = signOffCard(card, signing);
 * signed.ok && signed.signOff.card.version // => "1"
 * signed.ok && signed.signOff.lint // => { passed: true, accepted: [] }
 * signOffCard(card, { ...signing, signedBy: "Retail analytics" }) // => { ok: false, reason: "signed-by-author", details: { signedOn: "2026-03-20" } }
 * signOffCard(card, { ...signing, signedOn: "2026-04-02" }) // => { ok: false, reason: "signed-after-in-force", details: { signedOn: "2026-04-02", effectiveFrom: "2026-04-01" } }
 * @since 0.1.0
 */
export function signOffCard(card: Scorecard | PreparedScorecard, signing: CardSigning): SignOffOutcome {
  const ready = resolvedCardAt(card, ["card"]);
  const { accepted = [], ...said } = readSigning(signing);
  const { author, signedBy, signedOn, measurement } = said;
  const { effectiveFrom } = ready.card;
  if (isSamePerson(signedBy, author)) return { ok: false, reason: "signed-by-author", details: { signedOn } };
  // dates in this form are in the order of their texts
  if (signedOn > effectiveFrom) {
    return { ok: false, reason: "signed-after-in-force", details: { signedOn, effectiveFrom } };
  }
  if (measurement !== undefined && measurement.on > signedOn) {
    const details = { measuredOn: measurement.on, signedOn };
    return { ok: false, reason: "measured-after-signature", details };
  }
  const { findings, passed } = lintScorecard(ready.card);
  const refused = refusedByLint(findings, accepted);
  return refused ?? { ok: true, signOff: { card: ready.stamp, ...said, lint: { passed, accepted } } };
}

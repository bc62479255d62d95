import { localDateOf } from "../calendar/index.ts";
import { compareDates, type Instant } from "../core/index.ts";
import { isNamed, personsNamed } from "./acts.ts";
import type { AuthorityProof, RegisterStep, WithdrawStep } from "./entries/steps.ts";
import { othersOfMatter, until } from "./merger.ts";
import { isThere } from "./reading/kind.ts";
import type { ComplaintCase, ComplaintCondition } from "./types.ts";

/** The zone in which a day begins first: what is later there is later everywhere. */
const EARLIEST_ZONE = "Pacific/Kiritimati";

/** A proof, and when it came. */
interface Shown {
  readonly proof: AuthorityProof;
  readonly at: Instant;
}

/** Every proof that whoever complains may do so: of the receipt, of the registration, and of the step. */
function proofsOf({ complainant, receivedAt, history }: ComplaintCase, step: RegisterStep | WithdrawStep): Shown[] {
  const given = [
    { proof: complainant?.proof, at: receivedAt },
    ...history.flatMap((entry) => (entry.type === "register" ? [{ proof: entry.proof, at: entry.at }] : [])),
    { proof: step.proof, at: step.at },
  ];
  return given.flatMap(({ proof, at }) => (isThere(proof) ? [{ proof, at }] : []));
}

const isOutOfTime = ({ proof, at }: Shown): boolean => compareDates(proof.on, localDateOf(at, EARLIEST_ZONE)) > 0;

/** Whoever complains for a client has shown that they may, by now. */
export const authorityShown: ComplaintCondition<RegisterStep | WithdrawStep> = {
  reason: "authority-not-shown",
  unmet: (complaint, step, { proofRequired, id: policy }) => {
    const { complainant } = complaint;
    if (!isThere(complainant) || !proofRequired.includes(complainant.capacity)) return null;
    return proofsOf(complaint, step).length > 0 ? null : { capacity: complainant.capacity, policy };
  },
};

/** No proof is dated after the step it came with, unless another one is not. */
export const proofInTime: ComplaintCondition<RegisterStep | WithdrawStep> = {
  reason: "proof-after-step",
  unmet: (complaint, step) => {
    const proofs = proofsOf(complaint, step);
    const late = proofs.filter(isOutOfTime);
    const [first] = late;
    return first === undefined || late.length < proofs.length ? null : { on: first.proof.on, at: first.at };
  },
};

/** Nobody speaks for a client, alone or for a group, about themselves: not in a linked complaint either. */
export const complainantApart: ComplaintCondition<RegisterStep | WithdrawStep> = {
  reason: "complainant-complained-of",
  unmet: (complaint, { at }, _, others) => {
    const { complainant, representatives, personsComplainedOf } = complaint;
    const subjects = [
      ...personsComplainedOf,
      ...othersOfMatter(complaint, others, at).flatMap((one) => until(one, at).flatMap(personsNamed)),
    ];
    const speakers = [
      ...(isThere(complainant) ? [complainant.person] : []),
      ...(isThere(representatives) ? representatives : []),
    ];
    const person = speakers.find((speaker) => isNamed(speaker, subjects));
    return person === undefined ? null : { person };
  },
};

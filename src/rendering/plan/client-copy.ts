import { tryDayNumber, type LocalDate } from "../../core/index.ts";
import type {
  ActionState,
  PlanAction,
  PlanField,
  PlanPerson,
  PlanService,
  ProductOffer,
  StrategyPlan,
} from "../../strategy-plan/index.ts";
import { showsSomething } from "../text.ts";

/** What is put before the client, by its state: what did not come about is the bank's own. */
const IS_OFFERED: Readonly<Record<ActionState, boolean>> = {
  planned: true,
  pitched: true,
  won: true,
  lost: false,
  dropped: false,
};

/**
 * Whether a product may be put before the client on a day: where it needs a suitability check, somebody made one by then,
 * and said for which need.
 */
function mayBeOffered({ name, needsSuitability, suitability }: ProductOffer, asOf: LocalDate): boolean {
  if (!showsSomething(name)) return false;
  if (suitability === undefined) return needsSuitability !== true;
  if (needsSuitability === false) return true;
  const { checkedBy, checkedOn, need } = suitability;
  const day = tryDayNumber(checkedOn);
  const today = tryDayNumber(asOf);
  return day !== null && today !== null && day <= today && showsSomething(checkedBy) && showsSomething(need);
}

/**
 * A plan with what the client may read on a day, and nothing else, so that nothing can print it. Of what a field says,
 * the bank's own part is left out as well; so are rows that say nothing without it.
 */
export function clientCopyOf(plan: StrategyPlan, fields: readonly PlanField[], asOf: LocalDate): StrategyPlan {
  const { id, version, client, period, currency, preparedBy, preparedOn, sample } = plan;
  /** The members of a row the client may read, with those that say which row it is. */
  const readable = <Row extends object>(row: Row, ...also: readonly (keyof Row & string)[]): Row => {
    const kept: readonly string[] = [...fields, ...also];
    return Object.fromEntries(Object.entries(row).filter(([name]) => kept.includes(name))) as Row;
  };
  const people = plan.people?.flatMap((person): readonly PlanPerson[] => {
    // a post without a name may be news nobody has told yet
    if (person.contactName === undefined || !showsSomething(person.contactName)) return [];
    const { positionAndAuthority: position, ...row } = readable(person, "id");
    // how much say a person has is a judgement
    return position === undefined
      ? [row]
      : [{ ...row, positionAndAuthority: { position: position.position, authority: "unknown" } }];
  });
  const actions = plan.actions?.flatMap((action): readonly PlanAction[] => {
    const { productOrService: offer, ...row } = readable(action, "id");
    if (!IS_OFFERED[action.progress?.state ?? "planned"]) return [];
    return offer === undefined || !mayBeOffered(offer, asOf)
      ? []
      : [{ ...row, productOrService: { name: offer.name } }];
  });
  // what was neither offered nor taken is not the client's to read about
  const services = plan.services
    ?.filter(({ adopted, recommended }) => adopted?.answer === "yes" || recommended?.answer === "yes")
    .map((service): PlanService => {
      const { recommended: offered, discontinued: end, ...row } = readable(service, "id", "service");
      return {
        ...row,
        ...(offered === undefined ? {} : { recommended: answeredOn(offered) }),
        ...(end === undefined ? {} : { discontinued: answeredOn(end) }),
      };
    });
  return {
    ...{ id, version, client, period, currency, preparedBy, preparedOn },
    ...(sample === undefined ? {} : { sample }),
    ...(people === undefined ? {} : { people }),
    ...(plan.businesses === undefined ? {} : { businesses: plan.businesses.map((row) => readable(row, "id")) }),
    ...(services === undefined ? {} : { services }),
    ...(actions === undefined ? {} : { actions }),
  };
}

/** An answer with its day: who gave it, and why, is the bank's own. */
function answeredOn({ answer, date }: NonNullable<PlanService["recommended"] | PlanService["discontinued"]>): {
  readonly answer: typeof answer;
  readonly date?: LocalDate;
} {
  return date === undefined ? { answer } : { answer, date };
}

import { tryRange } from "../../calendar/inner.ts";
import type { Path } from "../../core/index.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { valueHeads } from "../../relationship-value/index.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import { isBlank } from "../blank.ts";
import type { ActionState } from "../progress.ts";
import { minorIn } from "../issue.ts";
import type { PlanRowId } from "../types.ts";
import { isSamePeriod, namedPeriod } from "../period.ts";
import { bare } from "./kin.ts";
import type { PlanUnderCheck } from "./tree.ts";
import { VALUE_FIGURES } from "./value.ts";

/** A plan compared with the staff, the catalogue, the client file and the value statement given, and with its target. */
export function reportAcross(context: PlanUnderCheck): void {
  reportOwners(context);
  reportProducts(context);
  reportContacts(context);
  reportStatement(context);
  reportTarget(context);
}

function reportOwners({ plan, options: { employees }, report }: PlanUnderCheck): void {
  if (employees === undefined) return;
  // a name may be null, as an empty column is
  const staff = new Set(
    employees.flatMap(({ id, name }) => [bare(id), bare(name ?? "")]).filter((text) => text !== ""),
  );
  const demand = (owner: string | undefined, row: PlanRowId, path: Path): void => {
    if (owner === undefined || isBlank(owner) || staff.has(bare(owner))) return;
    report("strategy-plan/owner-unknown", path, { row });
  };
  for (const [index, { id, stakeholder }] of (plan.people ?? []).entries()) {
    for (const [at, owner] of (stakeholder?.coveredBy ?? []).entries()) {
      demand(owner, id, ["people", index, "stakeholder", "coveredBy", at]);
    }
  }
  for (const [index, { id, departmentAndOwner }] of (plan.actions ?? []).entries()) {
    demand(departmentAndOwner?.person, id, ["actions", index, "departmentAndOwner", "person"]);
  }
  for (const [index, { id, preventionAndTimetable }] of (plan.challenges ?? []).entries()) {
    for (const [at, { owner }] of (preventionAndTimetable ?? []).entries()) {
      demand(owner, id, ["challenges", index, "preventionAndTimetable", at, "owner"]);
    }
  }
}

function reportProducts({ plan, options: { catalogue }, report }: PlanUnderCheck): void {
  if (catalogue === undefined) return;
  const known = new Set(catalogue.map(({ id }) => id));
  const demand = (product: string | undefined, path: Path): void => {
    if (product !== undefined && !known.has(product)) report("strategy-plan/product-unknown", path, { product });
  };
  for (const [index, { product }] of (plan.services ?? []).entries()) demand(product, ["services", index, "product"]);
  for (const [index, { productOrService }] of (plan.actions ?? []).entries()) {
    demand(productOrService?.product, ["actions", index, "productOrService", "product"]);
  }
}

function reportContacts({ plan, options: { contacts }, report }: PlanUnderCheck): void {
  if (contacts === undefined) return;
  const known = new Set(contacts.map(({ id }) => id));
  for (const [index, row] of (plan.people ?? []).entries()) {
    // a row that could not be read, or has no id yet, is an issue already
    if (!Object.hasOwn(row, "id") || isBlank(row.id) || known.has(row.id)) continue;
    report("strategy-plan/contact-not-in-file", ["people", index, "id"], { person: row.id });
  }
}

function reportStatement({ plan, options: { statement }, report }: PlanUnderCheck): void {
  if (statement === undefined) return;
  const { conventions, headDetails, heads } = statement;
  if (Object.hasOwn(plan, "client") && !isBlank(plan.client) && statement.client !== plan.client) {
    const details = { client: statement.client, expected: plan.client };
    report("strategy-plan/statement-of-other-client", ["client"], details);
    return;
  }
  for (const head of valueHeads) {
    const figure = plan.value?.[VALUE_FIGURES[head]];
    if (figure === undefined || tryRange(figure.period) === null) continue;
    const { amount, period } = figure;
    const path = ["value", VALUE_FIGURES[head]];
    if (amount.currency !== conventions.currency || !isSamePeriod(period, conventions.period)) {
      report("strategy-plan/statement-of-other-time", path, {
        head,
        currency: amount.currency,
        period,
        statementCurrency: conventions.currency,
        statementPeriod: namedPeriod({ from: conventions.period.from, to: conventions.period.to }),
      });
      continue;
    }
    const own = minorIn(conventions.currency, amount);
    if (own === null) continue;
    const other = hasFigure(headDetails[head].status) ? heads[head] : undefined;
    if (other !== undefined && minorIn(conventions.currency, other) === own) continue;
    report("strategy-plan/value-differs-from-statement", path, {
      head,
      plan: amount,
      ...(other === undefined ? {} : { statement: { amount: other.amount, currency: other.currency } }),
    });
  }
}

/** Whether an action still counts for the target, by its state. */
const COUNTS: Readonly<Record<ActionState, boolean>> = {
  planned: true,
  pitched: true,
  won: true,
  lost: false,
  dropped: false,
};

/**
 * What the actions are expected to bring is less than the target is above the value of section 7: the relationship is taken
 * to go on earning what it did. Only where everything to be added is there, because what nobody states is not 0: a target,
 * the three figures of section 7, of one period as long as the plan year (a leap day apart), and at least one expected
 * income, all in the currency of the plan.
 */
function reportTarget({ plan, year, report }: PlanUnderCheck): void {
  const { currency, value: section } = plan;
  const target = section?.target;
  const expected = (plan.actions ?? []).flatMap(({ expectedIncome, progress }) =>
    expectedIncome !== undefined && COUNTS[progress?.state ?? "planned"] ? expectedIncome.amount : [],
  );
  const isPlanned = (plan.actions ?? []).some(({ expectedIncome }) => expectedIncome !== undefined);
  const figures = valueHeads.flatMap((head) => section?.[VALUE_FIGURES[head]] ?? []);
  const [first] = figures;
  if (target === undefined || year === null || first === undefined || !isPlanned) return;
  if (figures.length < valueHeads.length) return;
  const days = tryRange(first.period);
  const isOneYear = days !== null && Math.abs(days.to - days.from - (year.to - year.from)) <= 1;
  if (!isOneYear || !figures.every(({ period }) => isSamePeriod(period, first.period))) return;
  const sum = (amounts: readonly Money[]): bigint | null =>
    amounts.reduce<bigint | null>((total, amount) => {
      const minor = minorIn(currency, amount);
      return total === null || minor === null ? null : total + minor;
    }, 0n);
  const [aim, worth, planned] = [sum([target]), sum(figures.map(({ amount }) => amount)), sum(expected)];
  if (aim === null || worth === null || planned === null || planned >= aim - worth) return;
  report("strategy-plan/target-not-planned", ["value", "target"], {
    target,
    value: fromMinorUnits(worth, currency),
    toPlan: fromMinorUnits(aim - worth, currency),
    planned: fromMinorUnits(planned, currency),
  });
}

import type { WorkingCalendar } from "../../calendar/index.ts";
import { readCalendar } from "../../calendar/inner.ts";
import type { ClientPerson, ManagerAssignment } from "../../client/index.ts";
import type { LocalDate } from "../../core/index.ts";
import {
  listOf,
  nullable,
  oneOf,
  optional,
  readDate,
  readText,
  rowOf,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { readMoney } from "../../money/inner.ts";
import { DATA_STATUSES, type DataStatus, type Statement, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readProducts, type CatalogueProduct } from "../gaps/white-space.ts";

/** What of a value statement section 7 is compared with; a whole statement has it. */
export interface ComparedStatement extends Pick<Statement, "client" | "heads"> {
  readonly headDetails: Readonly<Record<ValueHead, { readonly status: DataStatus }>>;
  readonly conventions: Pick<Statement["conventions"], "currency" | "period">;
}

/** A member of staff a plan may name, by staff number or by name. */
export interface StaffMember {
  readonly id: string;
  readonly name?: string;
}

/** What a plan is checked against besides itself. */
export interface PlanCheckOptions {
  /** Says on which days somebody can be pitched to; without it no day of a pitch is looked at. */
  readonly calendar?: WorkingCalendar;
  /** Managers of the client, as the client file has them: kin of theirs at the client are a red flag. */
  readonly managers?: readonly Pick<ManagerAssignment, "employee" | "name">[];
  /**
   * Day on which consents, limits, reviews and everything else with a day is looked at; default the day the plan was
   * prepared, on which progress is not looked at, because it is later than the plan.
   */
  readonly asOf?: LocalDate;
  /**
   * Staff of the bank: who is in charge of an action (8.C), of preventive work (9.C) or covers a person is one of them, by
   * number or by name, without blanks, case and titles in brackets.
   */
  readonly employees?: readonly StaffMember[];
  /** Products of the bank, as `whiteSpace` takes them: those that rows of sections 6 and 8 name by id are among them. */
  readonly catalogue?: readonly CatalogueProduct[];
  /** People of the client file: the rows of section 2 keep their ids. */
  readonly contacts?: readonly Pick<ClientPerson, "id">[];
  /** Value statement of the client: the figures of section 7 are its heads. */
  readonly statement?: ComparedStatement;
}

const byHead = <T>(of: Reader<T>): Reader<Readonly<Record<ValueHead, T>>> =>
  rowOf<Readonly<Record<ValueHead, T>>>({ direct: of, related: of, other: of });

const readWhole = shapeOf<PlanCheckOptions>({
  calendar: optional(readCalendar),
  managers: optional(
    listOf(rowOf<Pick<ManagerAssignment, "employee" | "name">>({ employee: readText, name: readText })),
  ),
  asOf: optional(readDate),
  employees: optional(listOf(rowOf<StaffMember>({ id: readText, name: nullable(readText) }))),
  catalogue: optional(readProducts),
  contacts: optional(listOf(rowOf<Pick<ClientPerson, "id">>({ id: readText }))),
  statement: optional(
    rowOf<ComparedStatement>({
      client: readText,
      heads: byHead<Money>(readMoney),
      headDetails: byHead(rowOf<{ readonly status: DataStatus }>({ status: oneOf(DATA_STATUSES) })),
      conventions: rowOf<ComparedStatement["conventions"]>({
        currency: readText,
        period: rowOf({ from: readDate, to: readDate }),
      }),
    }),
  ),
});

/** Options that can be read; anything else is refused. */
export function readCheckOptions(options: PlanCheckOptions): PlanCheckOptions {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  return readWhole(options, ["options"], code);
}

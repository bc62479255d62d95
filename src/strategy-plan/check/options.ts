import type { WorkingCalendar } from "../../calendar/index.ts";
import { readCalendar } from "../../calendar/inner.ts";
import type { ManagerAssignment } from "../../client/index.ts";
import type { LocalDate } from "../../core/index.ts";
import { listOf, optional, readDate, readText, rowOf, shapeOf } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";

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
}

const readWhole = shapeOf<PlanCheckOptions>({
  calendar: optional(readCalendar),
  managers: optional(
    listOf(rowOf<Pick<ManagerAssignment, "employee" | "name">>({ employee: readText, name: readText })),
  ),
  asOf: optional(readDate),
});

/** Options that can be read; anything else is refused. */
export function readCheckOptions(options: PlanCheckOptions): PlanCheckOptions {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  return readWhole(options, ["options"], code);
}

import type { PlanFieldSection } from "../fields.ts";
import type { PlanField, StrategyPlan, WithheldPart } from "../types.ts";
import type { FieldSection, Row } from "./answers.ts";

/** What of a plan can be asked about: on a view, not what is withheld from its reader. */
export interface Seen {
  /** Whether a field of a row is seen; what is not is neither answered nor open. */
  readonly sees: (section: FieldSection, field: PlanField, row: Row) => boolean;
  /** Whether nothing of some fields of a section is withheld, in any row. */
  readonly seesAll: (section: PlanFieldSection, fields: readonly PlanField[]) => boolean;
}

const WHOLE: Seen = { sees: () => true, seesAll: () => true };

const isIn = ({ members }: WithheldPart, row: Row): boolean =>
  members === undefined || (typeof row["member"] === "string" && members.includes(row["member"]));

/** What of a plan can be asked about. */
export function seenOf({ withheld, ...plan }: StrategyPlan): Seen {
  if (withheld === undefined || withheld.length === 0) return WHOLE;
  const partsOf = (section: PlanFieldSection): readonly WithheldPart[] =>
    withheld.filter((part) => part.section === section);
  return {
    sees: ({ id, key }, field, row) =>
      !partsOf(id).some((part) => {
        if (part.what === "section") return true;
        // rows of which none is left: the section is not there, and not open
        if (part.what === "rows") return plan[key as keyof typeof plan] === undefined;
        return part.what === "fields" && part.fields?.includes(field) === true && isIn(part, row);
      }),
    seesAll: (section, fields) =>
      !partsOf(section).some(
        ({ what, fields: taken }) =>
          what === "section" ||
          what === "rows" ||
          (what === "fields" && fields.some((field) => taken?.includes(field))),
      ),
  };
}

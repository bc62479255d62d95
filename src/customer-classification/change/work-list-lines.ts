import type { Open } from "../outcomes.ts";
import { targetKey } from "./gap-lines.ts";
import type { WorkListLine } from "./lines.ts";
import type { InGrace, MissingPoints, NearCut } from "./work-list.ts";

type LineOf<Kind extends WorkListLine["line"]> = Extract<WorkListLine, { readonly line: Kind }>;

const whom = ({ client, row }: NearCut | InGrace): { client?: string; row: number } =>
  client === null ? { row } : { client, row };

function testLine({ axis, characteristic, points, atLeast, missing }: MissingPoints): WorkListLine {
  const labels: Open<LineOf<"near-cut-test">["labels"]> = {};
  if (axis !== undefined) labels.axis = `axis.${axis}`;
  if (characteristic !== undefined) labels.characteristic = `characteristic.${characteristic}`;
  return { line: "near-cut-test", labels, values: { points, atLeast, missing } };
}

/** Both lists of a manager, those who may rise first. */
export function workListLines(list: {
  readonly nearCuts: readonly NearCut[];
  readonly inGrace: readonly InGrace[];
}): readonly WorkListLine[] {
  const lines: WorkListLine[] = [];
  for (const cut of list.nearCuts) {
    lines.push({
      line: "near-cut",
      labels: { target: targetKey(cut.target) },
      values: { ...whom(cut), missing: cut.missing },
    });
    for (const test of cut.tests) lines.push(testLine(test));
  }
  for (const entry of list.inGrace) {
    const values: Open<LineOf<"in-grace">["values"]> = { ...whom(entry), steps: entry.steps };
    if (entry.floor) values.floor = true;
    if (entry.override) values.override = true;
    lines.push({
      line: "in-grace",
      labels: { served: `level.${entry.served}`, earned: `level.${entry.earned}` },
      values,
    });
  }
  return lines;
}

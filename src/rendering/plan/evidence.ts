import { compareTexts } from "../../core/inner.ts";
import { planFields, planSections, type AnswerEvidence, type PlanField } from "../../strategy-plan/index.ts";
import { personCalled, sampleMark, type PlanInput } from "./input.ts";
import { namingIn, namingOf, rowName } from "./row-names.ts";
import type { Block, Cell } from "../blocks.ts";

/** What the answers of a plan rest on: the day they were known, where they are from, how sure they are. */
export function evidenceBlocks(input: PlanInput): readonly Block[] {
  const { audience, words } = input;
  const rows = audience === "client" ? [] : evidenceRows(input);
  if (rows.length === 0) return [];
  return [
    { type: "heading", level: 2, text: words.joined([words.word("evidence"), sampleMark(input)]) },
    {
      type: "table",
      caption: words.word("evidence"),
      quietCaption: true,
      columns: [
        { header: words.word("item"), align: "start", width: 3 },
        { header: words.word("fields"), align: "start", width: 3 },
        { header: words.word("confirmed-on"), align: "start", width: 2 },
        { header: words.word("source"), align: "start", width: 3 },
        { header: words.word("confidence"), align: "start", width: 1 },
      ],
      rows,
    },
  ];
}

/** A row of the plan, and the fields of it that rest on one thing. */
function evidenceRows(input: PlanInput): readonly (readonly Cell[])[] {
  const { plan, words } = input;
  const naming = namingOf(input);
  const row = (name: string, about: string, { asOf, source, confidence }: AnswerEvidence): readonly Cell[] => [
    name,
    about,
    words.date(asOf),
    words.orOpen(source),
    words.orOpen(confidence === undefined ? undefined : words.labels[`confidence.${confidence}`]),
  ];
  const ties = (plan.ties ?? []).map(({ from, to, evidence }) => {
    const ends = [from, to].map((id) => personCalled(id, input)).join(" – ");
    return row(words.joined([words.labels["planSection.decision-makers"], ends]), words.word("ties"), evidence);
  });
  const answers = planSections.flatMap(({ id, key, rows }) => {
    const held = plan[key];
    if (typeof held !== "object") return [];
    const section = words.labels[`planSection.${id}`];
    const all = rows ? (held as readonly object[]) : [held];
    return all.flatMap((part, at) => {
      const name = rows ? words.joined([section, rowName(part, at, namingIn(key, naming))]) : section;
      return basesOf(part).map(({ fields, evidence }) => {
        const names = fields.map((field) => words.labels[`planField.${field}`]);
        return row(name, names.join(words.word("list-separator")), evidence);
      });
    });
  });
  return [...answers, ...ties];
}

/** The fields of a row by what they rest on, in the order of the source. */
function basesOf(row: object): readonly { readonly fields: readonly PlanField[]; readonly evidence: AnswerEvidence }[] {
  const { evidence = {} } = row as { readonly evidence?: Readonly<Partial<Record<PlanField, AnswerEvidence>>> };
  const bases = new Map<string, { readonly fields: PlanField[]; readonly evidence: AnswerEvidence }>();
  for (const { key } of planFields) {
    const own = evidence[key];
    if (own === undefined) continue;
    const { asOf, source = "", confidence = "" } = own;
    const basis = JSON.stringify([asOf, source, confidence]);
    const known = bases.get(basis);
    if (known === undefined) bases.set(basis, { fields: [key], evidence: own });
    else known.fields.push(key);
  }
  return [...bases.values()].sort((a, b) => compareTexts(b.evidence.asOf, a.evidence.asOf));
}

import type { PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

/** The group a plan is for: its members with who books their business, and who of ours manages which of them. */
export function groupBlocks({ plan: { group }, words, staff, clients }: PlanInput): readonly Block[] {
  if (group === undefined) return [];
  const list = (texts: readonly string[]): string => texts.join(words.word("list-separator"));
  const members: Block = {
    type: "table",
    caption: words.joined([words.word("group-members"), group.name ?? group.group]),
    columns: [
      { header: words.word("client"), align: "start", width: 5 },
      { header: words.word("booking-units"), align: "start", width: 7 },
    ],
    rows: group.members.map(({ client, bookingUnits }) => [
      clients(client),
      words.orOpen(bookingUnits === undefined ? undefined : list(bookingUnits)),
    ]),
  };
  const managers: Block = {
    type: "table",
    caption: words.word("group-managers"),
    columns: [
      { header: words.word("manager"), align: "start", width: 2 },
      { header: words.word("role"), align: "start", width: 2 },
      { header: words.word("unit"), align: "start", width: 3 },
      { header: words.word("members-managed"), align: "start", width: 5 },
    ],
    rows: group.managers.map(({ employee, role, unit, members: managed }) => [
      staff(employee),
      words.labels[`groupManagerRole.${role}`],
      words.orOpen(unit),
      managed === undefined ? words.word("all-members") : list(managed.map(clients)),
    ]),
  };
  return [members, ...(group.managers.length === 0 ? [] : [managers])];
}

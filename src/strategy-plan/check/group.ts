import type { ClientId } from "../../client/index.ts";
import type { Path } from "../../core/index.ts";
import type { PlanUnderCheck } from "./tree.ts";

const ROWS = ["people", "businesses", "institutions", "services", "actions", "challenges"] as const;

/**
 * A plan for a group: its members are listed once, one manager leads it, managers and rows name members, and an action is
 * booked by a unit of its member.
 */
export function reportGroup({ plan, report }: PlanUnderCheck): void {
  const { group } = plan;
  const units = new Map<ClientId, readonly string[] | undefined>();
  for (const [index, { client, bookingUnits }] of (group?.members ?? []).entries()) {
    if (units.has(client))
      report("strategy-plan/member-twice", ["group", "members", index, "client"], { member: client });
    units.set(client, bookingUnits);
  }
  // members that could not be read are an issue already
  const isUnread = group !== undefined && !Object.hasOwn(group, "members");
  const known = (member: ClientId, path: Path): void => {
    if (!isUnread && !units.has(member)) report("strategy-plan/unknown-member", path, { member });
  };
  if (group?.managers !== undefined) {
    const count = group.managers.filter(({ role }) => role === "lead").length;
    if (count !== 1) report("strategy-plan/lead-manager-count", ["group", "managers"], { count });
    for (const [index, { members = [] }] of group.managers.entries()) {
      for (const [at, member] of members.entries()) known(member, ["group", "managers", index, "members", at]);
    }
  }
  for (const section of ROWS) {
    for (const [index, { member }] of (plan[section] ?? []).entries()) {
      if (member !== undefined) known(member, [section, index, "member"]);
    }
  }
  const all = [...units.values()];
  const anywhere = all.includes(undefined) ? undefined : new Set(all.flatMap((own) => own ?? []));
  for (const [index, { id, member, bookingUnit }] of (plan.actions ?? []).entries()) {
    if (group === undefined || isUnread || bookingUnit === undefined) continue;
    // a member without units, or one that is not of the group, says nothing of where it is booked
    const own = member === undefined ? anywhere : units.get(member) && new Set(units.get(member));
    if (own === undefined || own.has(bookingUnit)) continue;
    report("strategy-plan/booking-unit-unknown", ["actions", index, "bookingUnit"], { action: id, unit: bookingUnit });
  }
}

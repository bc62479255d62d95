import { fromDayNumber, toDayNumber, type LocalDate, type OpenItem } from "../../core/index.ts";
import { listOf, nullable, optional, readDate, rowOf, shapeOf, wholeNumber } from "../../core/inner.ts";
import type { ClientFile } from "../client-file.ts";
import { assignedOn, readManagers } from "../managers/manager-at.ts";
import { INVALID, readId } from "../read-client.ts";
import { current } from "../recorded.ts";
import type { ContactChannel } from "../types.ts";
import { ATTITUDE_EVIDENCE, type AttitudeEvidence, type AttitudeSegment } from "./attitude-evidence.ts";

/** The attitude of a client on a day, and what shows it. */
export interface AttitudeOnDay {
  readonly segment: AttitudeSegment;
  /** Day of the evidence. */
  readonly on: LocalDate;
  /** Days from the evidence to the day asked about. */
  readonly ageDays: number;
  /** The entry of the file. */
  readonly evidence: AttitudeEvidence;
}

const readEvidence = nullable(listOf(rowOf(ATTITUDE_EVIDENCE)));

const readClient = rowOf<Pick<ClientFile, "attitudes">>({ attitudes: readEvidence });

/** Evidence up to a day, in order of time; of one day in the order of the file. */
function evidenceUpTo(attitudes: readonly AttitudeEvidence[], day: number): readonly AttitudeEvidence[] {
  return current(attitudes)
    .filter(({ on }) => toDayNumber(on) <= day)
    .sort((a, b) => toDayNumber(a.on) - toDayNumber(b.on));
}

/** The latest evidence up to a day. */
export const latestAttitude = (attitudes: readonly AttitudeEvidence[], day: number): AttitudeEvidence | null =>
  evidenceUpTo(attitudes, day).at(-1) ?? null;

/**
 * The attitude of a client towards the bank's officer on a day, by the latest evidence, with its age (抵触型、中立型、积极型).
 *
 * No evidence is not a neutral attitude. How old evidence may be is for the reader of `ageDays`, or for a completeness
 * policy.
 *
 * @param client - client file
 * @param date - civil date
 * @returns the segment with the day of its evidence; null where there is none up to the day
 * @throws `core/invalid-date`; `client/invalid-input` for evidence that is not as a client file has it
 * @see 如何利用好数据库 (依据客户对信贷员的态度)
 * @example
 * const attitudes = [
 *   { segment: "neutral", on: "2026-01-12", hasIntent: false, channel: "meeting", evidence: "listened, asked nothing", by: "E-1" },
 *   { segment: "positive", on: "2026-02-20", hasIntent: true, channel: "meeting", evidence: "asked for a quotation", by: "E-1" },
 * ] as const;
 * attitudeAt({ attitudes }, "2026-03-01")?.segment // => "positive"
 * attitudeAt({ attitudes }, "2026-03-01")?.ageDays // => 9
 * attitudeAt({ attitudes }, "2026-02-01")?.segment // => "neutral"
 * attitudeAt({ attitudes }, "2026-01-01") // => null
 * @since 0.1.0
 */
export function attitudeAt(client: Pick<ClientFile, "attitudes">, date: LocalDate): AttitudeOnDay | null {
  const day = toDayNumber(date);
  const evidence = latestAttitude(readClient(client, ["client"], INVALID).attitudes ?? [], day);
  if (evidence === null) return null;
  return { segment: evidence.segment, on: evidence.on, ageDays: day - toDayNumber(evidence.on), evidence };
}

/** The day, and within how many days the bank wants the second contact. */
export interface SecondContactOptions {
  /** What showed later is not looked at. */
  readonly asOf: LocalDate;
  /** Days from the first contact to the last one in time, a whole number; omitted where the bank set none, as the source. */
  readonly withinDays?: number;
}

/** What is owed to a client who is positive and wants something. */
export const CLIENT_ITEM_KINDS = ["second-contact"] as const;

/** What is owed to a client who is positive and wants something: a second visit or telephone call. */
export type ClientItemKind = (typeof CLIENT_ITEM_KINDS)[number];

const MAX_DAYS = 366;

const readOptions = shapeOf<SecondContactOptions>({
  asOf: readDate,
  withinDays: optional(wholeNumber(1, MAX_DAYS)),
});

const readOwing = rowOf<Pick<ClientFile, "id" | "attitudes" | "managers">>({
  id: readId,
  attitudes: readEvidence,
  managers: readManagers,
});

/** Whether somebody was visited or called. */
const IS_SECOND: Readonly<Record<ContactChannel, boolean>> = {
  meeting: true,
  phone: true,
  sms: false,
  letter: false,
  email: false,
  other: false,
};

/**
 * The second visits and telephone calls a client is owed, open and done, as items of a board: whoever is positive and
 * wants something has to be visited or called a second time (积极配合并有意向的客户，一定要做二次走访或电话回访).
 *
 * The next evidence of a later day, by meeting or telephone, is the second contact, whatever it shows. It closes the item
 * and opens none. The owner is the primary manager on `asOf` or, where there is none, who recorded the evidence. The
 * source names no number of days: without `withinDays` nothing is due on a day.
 *
 * @param client - client file
 * @param options - the day, and the bank's own number of days
 * @returns items in order of time, for `openItemBoard`; titles are of `CLIENT_ITEM_KINDS`
 * @throws `core/invalid-date`; `client/invalid-input` for evidence, managers or options that are not such
 * @see 如何利用好数据库
 * @example
 * const client = {
 *   id: "C-1", managers: [{ employee: "E-2", name: "…", role: "primary", unit: "1", from: "2024-01-01" }],
 *   attitudes: [{ segment: "positive", on: "2026-02-20", hasIntent: true, channel: "meeting", evidence: "asked for a quotation", by: "E-1" }],
 * } as const;
 * secondContacts(client, { asOf: "2026-03-01", withinDays: 10 }) // => [{ id: "client/C-1@2026-02-20/second-contact", kind: "second-contact", owner: "E-2", client: "C-1", title: "second-contact", origin: "C-1", since: "2026-02-20", due: "2026-03-02", mandatory: true, state: "open" }]
 * @since 0.1.0
 */
export function secondContacts(
  client: Pick<ClientFile, "id" | "attitudes" | "managers">,
  options: SecondContactOptions,
): readonly OpenItem[] {
  const { asOf, withinDays } = readOptions(options, ["options"], INVALID);
  const { id, attitudes, managers } = readOwing(client, ["client"], INVALID);
  const day = toDayNumber(asOf);
  const manager = assignedOn(current(managers), "primary", day)?.employee;
  const items: OpenItem[] = [];
  let open: AttitudeEvidence | null = null;
  const itemOf = (first: AttitudeEvidence, closedOn: LocalDate | null): OpenItem => ({
    id: `client/${id}@${first.on}/second-contact`,
    kind: "second-contact" satisfies ClientItemKind,
    owner: manager ?? first.by,
    client: id,
    title: "second-contact" satisfies ClientItemKind,
    origin: id,
    since: first.on,
    due: withinDays === undefined ? null : fromDayNumber(toDayNumber(first.on) + withinDays),
    mandatory: true,
    ...(closedOn === null ? { state: "open" } : { state: "done", closedOn }),
  });
  for (const evidence of evidenceUpTo(attitudes ?? [], day)) {
    if (open !== null && evidence.on > open.on && IS_SECOND[evidence.channel]) {
      items.push(itemOf(open, evidence.on));
      open = null;
    } else if (evidence.segment === "positive" && evidence.hasIntent) open ??= evidence;
  }
  return open === null ? items : [...items, itemOf(open, null)];
}

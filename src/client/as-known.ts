import { toDayNumber, type LocalDate, type Path } from "../core/index.ts";
import { readable, refuse, rowOf, nullable, listOf } from "../core/inner.ts";
import type { ClientFile, FormerParticulars, ReplacedParticulars } from "./client-file.ts";
import type { ClientErrorCode } from "./errors.ts";
import { FORMER_NAMES, INVALID, NAMES, readFile, readLists, REPLACED } from "./read-client.ts";
import { memberIn } from "./member-in.ts";
import { isKnownOn, knownOf } from "./recorded.ts";
import type { ClientNames, Recorded } from "./types.ts";

type ListName = keyof typeof readLists;

const LISTS = Object.keys(readLists) as readonly ListName[];

/**
 * The file of a client as the bank knew it on a day: what was recorded later is not there, and what has been corrected or
 * replaced since stands as it stood (知悉时间).
 *
 * This is about the day of the knowledge, not about the day a thing is true: a manager who began in March and was
 * recorded in April is not in the file of March. Ask the file that comes back for what was true on a day:
 * `managerAt(clientAt(file, known), "primary", day)` is who, as far as the bank knew on `known`, managed on `day`.
 *
 * An entry or file without `recordedOn` is there on every day, since nothing says otherwise, and a correction without it
 * is there as long as what it corrects; `undatedEntries` names them. Entries that were corrected by then stay, as they do in the file itself; `currentEntries` leaves them out.
 *
 * @param file - client file
 * @param date - civil date; what was recorded on the day itself is known
 * @returns the file as it was known, which may be asked again for an earlier day; null before it was opened
 * @throws `core/invalid-date`; `client/invalid-input` for a file that is not one, and `client/wrong-kind` for replaced
 * particulars of another kind of client
 * @example
 * const file = {
 *   kind: "personal", id: "C-1", names: { legal: "李新名" }, person: {}, contacts: [], analyses: [], accounts: [],
 *   recordedOn: "2026-01-05",
 *   managers: [
 *     { entry: "1", employee: "E-1", name: "A", role: "primary", unit: "1", from: "2026-01-05", recordedOn: "2026-01-05" },
 *     { entry: "2", corrects: "1", employee: "E-2", name: "B", role: "primary", unit: "1", from: "2026-01-05", recordedOn: "2026-03-02" },
 *   ],
 *   replaced: [{ recordedOn: "2026-04-01", until: "2026-03-20", was: { names: { legal: "李旧名" } } }],
 * } as const;
 * clientAt(file, "2026-01-04") // => null
 * clientAt(file, "2026-03-31")?.names.legal // => "李旧名"
 * managerAt(clientAt(file, "2026-02-01")!, "primary", "2026-01-10")?.employee // => "E-1"
 * managerAt(file, "primary", "2026-01-10")?.employee // => "E-2"
 * @since 0.1.0
 */
export function clientAt(file: ClientFile, date: LocalDate): ClientFile | null {
  toDayNumber(date);
  const given = readFile(file, ["file"], INVALID);
  if (!isKnownOn(given, date)) return null;
  const known = new Map<string, unknown>(readable(["file"], INVALID, () => Object.entries(given)));
  for (const name of LISTS) {
    const entries: readonly Recorded[] | null = given[name] ?? null;
    if (entries !== null) known.set(name, knownOf(entries, date));
  }
  const replaced = given.replaced ?? [];
  if (replaced.length > 0)
    known.set(
      "replaced",
      replaced.filter((entry) => isKnownOn(entry, date)),
    );
  for (const [index, { was }] of laterThan(replaced, date)) {
    requireSameKind(given, was, ["file", "replaced", index, "was"]);
    for (const name of FORMER_NAMES) {
      const value = was[name];
      if (value === null) known.delete(name);
      else if (value !== undefined) known.set(name, value);
    }
  }
  return Object.fromEntries(known) as unknown as ClientFile;
}

/** Replacements that were recorded after a day, the last first, so that each undoes what the one before it left. */
function laterThan(
  replaced: readonly ReplacedParticulars[],
  date: LocalDate,
): readonly (readonly [index: number, ReplacedParticulars])[] {
  return [...replaced.entries()]
    .filter(([, { recordedOn }]) => recordedOn > date)
    .sort(([i, a], [j, b]) => (a.recordedOn === b.recordedOn ? j - i : a.recordedOn < b.recordedOn ? 1 : -1));
}

/** The part of former particulars that a kind of client does not have; null when there is none. */
export function otherKindIn(kind: ClientFile["kind"], was: FormerParticulars): "organisation" | "person" | null {
  const other = kind === "corporate" ? "person" : "organisation";
  return memberIn(was, other) === null ? null : other;
}

function requireSameKind({ kind }: ClientFile, was: FormerParticulars, path: Path): void {
  const part = otherKindIn(kind, was);
  if (part === null) return;
  refuse("client/wrong-kind" satisfies ClientErrorCode, [...path, part], `not of a ${kind} client`, { kind, part });
}

const readNamed = rowOf<Pick<ClientFile, "names" | "replaced">>({
  names: rowOf(NAMES),
  replaced: nullable(listOf(rowOf(REPLACED))),
});

/**
 * The names a client bore on a day, as far as the file knows (曾用名).
 *
 * A name that was replaced counts until its `until`, exclusive. One without `until` was a mistake and was never true.
 *
 * @param client - client file
 * @param date - civil date
 * @returns the names of the day
 * @throws `core/invalid-date`; `client/invalid-input` for names that are not as a client file has them
 * @example
 * const names = { legal: "样本新能源有限公司" };
 * const replaced = [{ recordedOn: "2026-04-01", until: "2026-03-20", was: { names: { legal: "样本电池有限公司" } } }];
 * namesAt({ names, replaced }, "2026-03-19").legal // => "样本电池有限公司"
 * namesAt({ names, replaced }, "2026-03-20").legal // => "样本新能源有限公司"
 * @since 0.1.0
 */
export function namesAt(client: Pick<ClientFile, "names" | "replaced">, date: LocalDate): ClientNames {
  toDayNumber(date);
  const { names, replaced } = readNamed(client, ["client"], INVALID);
  let found: { readonly until: LocalDate; readonly names: ClientNames } | null = null;
  for (const { until, was } of replaced ?? []) {
    const end = until ?? null;
    if (was.names === undefined || end === null || end <= date) continue;
    if (found === null || end < found.until) found = { until: end, names: was.names };
  }
  return found?.names ?? names;
}

/**
 * The entries of a file that do not say when they were recorded: what `clientAt` shows on every day, because nobody can
 * say since when the bank knew it.
 *
 * @param file - client file
 * @returns the paths to them, in the order of the lists; `["recordedOn"]` first where the file does not say when it was
 * opened
 * @throws `client/invalid-input` for a file that is not one
 * @example
 * const file = {
 *   kind: "personal", id: "C-1", names: { legal: "…" }, person: {}, recordedOn: "2026-01-05", accounts: [], managers: [], analyses: [],
 *   contacts: [{ channel: "phone", value: "000-0001" }, { channel: "sms", value: "000-0001", recordedOn: "2026-01-05" }],
 * } as const;
 * undatedEntries(file) // => [["contacts", 0]]
 * @since 0.1.0
 */
export function undatedEntries(file: ClientFile): readonly Path[] {
  const given = readFile(file, ["file"], INVALID);
  const isUndated = ({ recordedOn }: Pick<Recorded, "recordedOn">): boolean => (recordedOn ?? null) === null;
  return [
    ...(isUndated(given) ? [["recordedOn"]] : []),
    ...LISTS.flatMap((name) =>
      (given[name] ?? []).flatMap((entry: Recorded, index) => (isUndated(entry) ? [[name, index]] : [])),
    ),
  ];
}

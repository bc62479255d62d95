import type { ContactInOurBank } from "../../client/index.ts";
import { FAMILY_PARTS, FAMILY_WHOLES, FAMILY_WORDS, NOT_FAMILY } from "../data/family-words.ts";
import type { KinRole } from "../reasons.ts";
import type { PlanUnderCheck } from "./tree.ts";

/** One way of writing for full-width and half-width, capital and small letters. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

const BLANK = /[\s\p{Cc}\p{Cf}]/u;

/** A name or staff number as it is compared: without the title in brackets behind it, and without blanks. */
export const bare = (name: string): string => folded(name).replace(/\(.*$/su, "").split(BLANK).join("");

/** What a member of staff is to the plan, and the name or number that theirs only contains, where it is not the same. */
export interface KinMatch {
  readonly role: KinRole;
  readonly similarTo?: string;
}

/** Who of our bank a plan knows, with what they are to it; in this order. */
function staffOf({ plan, options }: PlanUnderCheck): readonly (readonly [text: string, role: KinRole])[] {
  return [
    ...(plan.approvedBy === undefined ? [] : [[plan.approvedBy, "approved-by"] as const]),
    // an author who could not be read is an issue already
    ...(Object.hasOwn(plan, "preparedBy") ? [[plan.preparedBy, "prepared-by"] as const] : []),
    ...(options.managers ?? []).flatMap(({ employee, name }) => [
      [employee, "manager"] as const,
      [name, "manager"] as const,
    ]),
  ];
}

/** What a member of staff is to the plan: the same number or name first, then one within the other. */
export function kinMatch(contact: ContactInOurBank, context: PlanUnderCheck): KinMatch | null {
  const own = [contact.employee, contact.person].filter((text) => text !== undefined && bare(text) !== "") as string[];
  const staff = staffOf(context).filter(([text]) => bare(text) !== "");
  const same = staff.find(([text]) => own.some((name) => bare(name) === bare(text)));
  if (same !== undefined) return { role: same[1] };
  const similar = staff.find(([text]) => own.some((name) => holds(name, text) || holds(text, name)));
  return similar === undefined ? null : { role: similar[1], similarTo: similar[0] };
}

/** A letter or digit that makes one word, or one number, with its neighbour; a Chinese character does not. */
const JOINS = /^[\p{Script=Latin}\p{N}]$/u;

/** Whether a text has a name in it, however it is spaced; a number within a longer number is another one. */
function holds(text: string, name: string): boolean {
  const wanted = bare(name);
  if (Array.from(wanted).length < 2) return false;
  const spaced = folded(text);
  // the letters without the blanks between them, and where each stands
  const places = Array.from({ length: spaced.length }, (_, at) => at).filter((at) => !BLANK.test(spaced.charAt(at)));
  const letters = places.map((at) => spaced.charAt(at)).join("");
  const joins = (at: number): boolean =>
    JOINS.test(letters.charAt(at - 1)) && JOINS.test(letters.charAt(at)) && places[at - 1] === (places[at] ?? 0) - 1;
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
    if (!joins(at) && !joins(at + wanted.length)) return true;
  }
  return false;
}

/** Whether a relation in words reads like family. */
export function readsLikeFamily(relation: string): boolean {
  const text = NOT_FAMILY.reduce(
    (rest, word) => (rest.includes(word) ? rest.replaceAll(word, " ") : rest),
    folded(relation),
  );
  const whole = text.trim();
  return (
    FAMILY_PARTS.some((part) => text.includes(part)) ||
    FAMILY_WHOLES.some((own) => own === whole) ||
    hasFamilyWord(text)
  );
}

function hasFamilyWord(text: string): boolean {
  if (!LATIN.test(text)) return false;
  const words = text.split(NOT_LATIN);
  return FAMILY_WORDS.some((word) => words.includes(word) || words.some((own) => own.endsWith(`-${word}`)));
}

const LATIN = /\p{Script=Latin}/u;

const NOT_LATIN = /[^\p{Script=Latin}-]+/u;

import type { LocalDate } from "../core/index.ts";
import { listOf, nullable, oneOf, readDate, readFlag, readText, refuse, rowOf, type Members } from "../core/inner.ts";
import { RECORDED } from "./recorded.ts";
import { CONTACT_CHANNELS, type ContactPoint, type EmployeeId, type Recorded } from "./types.ts";

/** The classes of say a person has when the client chooses a bank. */
export const DECISION_AUTHORITIES = ["decides", "influences", "uses", "administers", "unknown"] as const;

/**
 * How much say a person has when the client chooses a bank. The source asks for 职权 in words; the classes are this
 * library's.
 */
export type DecisionAuthority = (typeof DECISION_AUTHORITIES)[number];

/** How much weight the word of a person has at the client, whatever the title. */
export const PERSON_INFLUENCES = ["strong", "some", "little", "unknown"] as const;

/** How much weight the word of a person has at the client, as the bank sees it; the classes are this library's. */
export type PersonInfluence = (typeof PERSON_INFLUENCES)[number];

/**
 * A unit of our bank a person at the client deals with, or a member of staff or connected person they know (在我行的其它联系点、
 * 关系人): at least one of `department` and `person` is there.
 */
export interface ContactInOurBank {
  readonly department?: string;
  /** Name of the member of staff or connected person. */
  readonly person?: string;
  /** Staff number, where it is known: it finds the manager of the client more surely than a name does. */
  readonly employee?: EmployeeId;
  /** How the two know each other; asked for where there is a `person`. */
  readonly relation?: string;
  /**
   * Whether the two are family: a conflict of interest to be declared. Asked for where `relation` reads like family; with
   * `false` the question is answered.
   */
  readonly kinship?: boolean;
}

/**
 * A decision maker or contact person at the client (决策人、联系人资料), as the file keeps them from year to year. A row of
 * section 2 of a strategy plan is what of it one plan shows; it takes the id, the authority and the contacts from here.
 */
export interface ClientPerson extends Recorded {
  /** Unique among the people of the file that were not corrected. */
  readonly id: string;
  /** Name; may be open where `position` says who is meant, such as a successor not yet named. */
  readonly name?: string;
  /** Function, as the client writes it (职务). */
  readonly position: string;
  /** 职权: say in the choice of a bank. */
  readonly authority: DecisionAuthority;
  readonly influence?: PersonInfluence;
  readonly contacts?: readonly ContactPoint[];
  /** Whom else in our bank the person deals with or knows. */
  readonly contactsInOurBank?: readonly ContactInOurBank[];
  /** First day in the function, where it is known. */
  readonly from?: LocalDate;
  /** First day no longer in it, exclusive. */
  readonly to?: LocalDate;
}

/** Whether a contact in our bank names a unit or a person. */
export const namesSomebody = ({ department, person }: ContactInOurBank): boolean =>
  (department ?? person ?? null) !== null;

const readContactInOurBank = rowOf<ContactInOurBank>({
  department: nullable(readText),
  person: nullable(readText),
  employee: nullable(readText),
  relation: nullable(readText),
  kinship: nullable(readFlag),
});

/** Members of a person at the client. */
export const CLIENT_PERSON: Members<ClientPerson> = {
  ...RECORDED,
  id: readText,
  name: nullable(readText),
  position: readText,
  authority: oneOf(DECISION_AUTHORITIES),
  influence: nullable(oneOf(PERSON_INFLUENCES)),
  contacts: nullable(listOf(rowOf<ContactPoint>({ channel: oneOf(CONTACT_CHANNELS), value: readText }))),
  contactsInOurBank: nullable(
    listOf((value, path, code) => {
      const contact = readContactInOurBank(value, path, code);
      return namesSomebody(contact)
        ? contact
        : refuse(code, path, "names neither unit nor person", { known: ["department", "person"] });
    }),
  ),
  from: nullable(readDate),
  to: nullable(readDate),
};

import {
  CONTACT_CHANNELS,
  IDENTITY_KINDS,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientFile,
  type ClientNames,
  type ClientContact,
  type ClientIdentity,
  type CorporateClientFile,
  type GroupMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonalClientFile,
  type PersonProfile,
  type Recorded,
} from "../../client/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  readDate,
  readFlag,
  readText,
  rowOf,
  wholeNumber,
  type Members,
  type Optional,
} from "../../core/inner.ts";
import { validMoney } from "./figure-text.ts";
import { readString } from "../text.ts";

/*
 * The client file as it is printed. It comes from where files are kept and may have members of its own, but a member
 * that is nearly one of these is not one of them.
 */

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const text = optional(readString);

const recorded: Members<Recorded> = { entry: text, recordedOn: optional(readDate), corrects: text };

/** What no document of a plan prints; the checks of the client file read it. */
const notPrinted = <T>(): Optional<T> => optional(asGiven<T>);

const base: Members<Omit<CorporateClientFile, "kind" | "organisation">> = {
  id: readText,
  names: rowOf<ClientNames>({ legal: readString, "zh-Hans": text, "zh-Hant-HK": text, en: text, short: text }),
  clientSince: optional(readDate),
  recordedOn: optional(readDate),
  identities: optional(
    listOf(
      rowOf<ClientIdentity>({
        ...recorded,
        kind: oneOf(IDENTITY_KINDS),
        number: readString,
        issuedBy: text,
        from: optional(readDate),
        to: optional(readDate),
      }),
    ),
  ),
  people: notPrinted(),
  household: notPrinted(),
  referredBy: notPrinted(),
  facts: notPrinted(),
  attitudes: notPrinted(),
  replaced: notPrinted(),
  accounts: listOf(
    rowOf<ClientAccount>({
      ...recorded,
      id: readString,
      currency: readString,
      product: readString,
      openedOn: optional(readDate),
      closedOn: optional(readDate),
    }),
  ),
  contacts: listOf(rowOf<ClientContact>({ ...recorded, channel: oneOf(CONTACT_CHANNELS), value: readString })),
  managers: listOf(
    rowOf<ManagerAssignment>({
      ...recorded,
      employee: readString,
      name: readString,
      role: oneOf(MANAGER_ROLES),
      unit: readString,
      from: readDate,
      to: optional(readDate),
      approval: notPrinted(),
    }),
  ),
  group: optional(
    rowOf<GroupMembership>({
      group: readString,
      name: text,
    }),
  ),
  analyses: listOf(
    rowOf<ClientAnalysis>({ ...recorded, date: readDate, author: readString, text: readString, source: readString }),
  ),
  sample: optional(readFlag),
};

const corporate = rowOf<CorporateClientFile>({
  ...base,
  kind: oneOf(["corporate"]),
  organisation: rowOf<OrganisationProfile>({
    industry: readString,
    industryCode: text,
    foundedOn: optional(readDate),
    employees: optional(count),
    annualTurnover: optional(validMoney),
    location: text,
    description: text,
  }),
});

const personal = rowOf<PersonalClientFile>({
  ...base,
  kind: oneOf(["personal"]),
  person: rowOf<PersonProfile>({
    birthDate: optional(readDate),
    occupation: text,
    employer: text,
    education: text,
    householdSize: optional(count),
    location: text,
    interests: optional(listOf(readString)),
  }),
});

/** A client file, with everything of it that a document shows. */
export const clientFileShape = byTag<ClientFile, "kind">("kind", { corporate, personal });

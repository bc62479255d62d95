import {
  CONTACT_CHANNELS,
  GROUP_ROLES,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientFile,
  type ClientNames,
  type ContactPoint,
  type CorporateClientFile,
  type GroupMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonalClientFile,
  type PersonProfile,
} from "../../client/index.ts";
import {
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
} from "../../core/inner.ts";
import { decimalText, validMoney } from "./figure-text.ts";
import { readString } from "../text.ts";

/*
 * The client file as it is printed. It comes from where files are kept and may have members of its own, but a member
 * that is nearly one of these is not one of them.
 */

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const text = optional(readString);

const base: Members<Omit<CorporateClientFile, "kind" | "organisation">> = {
  id: readText,
  names: rowOf<ClientNames>({ legal: readString, "zh-Hans": text, "zh-Hant-HK": text, en: text, short: text }),
  clientSince: optional(readDate),
  accounts: listOf(
    rowOf<ClientAccount>({
      id: readString,
      currency: readString,
      product: readString,
      openedOn: optional(readDate),
      closedOn: optional(readDate),
    }),
  ),
  contacts: listOf(rowOf<ContactPoint>({ channel: oneOf(CONTACT_CHANNELS), value: readString })),
  managers: listOf(
    rowOf<ManagerAssignment>({
      employee: readString,
      name: readString,
      role: oneOf(MANAGER_ROLES),
      unit: readString,
      from: readDate,
      to: optional(readDate),
    }),
  ),
  group: optional(
    rowOf<GroupMembership>({
      group: readString,
      name: text,
      role: oneOf(GROUP_ROLES),
      heldBy: text,
      votingShare: optional(decimalText),
    }),
  ),
  analyses: listOf(rowOf<ClientAnalysis>({ date: readDate, author: readString, text: readString, source: readString })),
  sample: optional(readFlag),
};

const corporate = rowOf<CorporateClientFile>({
  ...base,
  kind: oneOf(["corporate"]),
  organisation: rowOf<OrganisationProfile>({
    industry: readString,
    industryCode: text,
    registrationNumber: text,
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

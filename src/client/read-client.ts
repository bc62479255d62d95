import { compareDecimals, readDecimal, type DecimalString, type Path } from "../core/index.ts";
import {
  asGiven,
  nullable,
  oneOf,
  readDate,
  readFlag,
  readList,
  readText,
  refuse,
  refuseKind,
  rowOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../core/inner.ts";
import { readMoney } from "../money/inner.ts";
import type { ClientErrorCode } from "./errors.ts";
import {
  CLIENT_KINDS,
  CONTACT_CHANNELS,
  GROUP_ROLES,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientFile,
  type ClientId,
  type ClientNames,
  type ContactPoint,
  type GroupMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonProfile,
} from "./types.ts";

/** The code of what is not as a client file has it. */
export const INVALID: ClientErrorCode = "client/invalid-input";

/** A number or code by which the bank knows something; an empty one has an issue of its own. */
function readId(value: ClientId, path: Path, code: string): ClientId {
  return value === ""
    ? refuse("client/empty-id" satisfies ClientErrorCode, path, "empty", {})
    : readText(value, path, code);
}

function readCurrencyCode(value: string, path: Path, code: string): string {
  return /^[A-Z]{3}$/.test(readText(value, path, code)) ? value : refuseKind(code, path, "not three capitals", value);
}

function readShare(value: DecimalString, path: Path): DecimalString {
  readDecimal(value, path);
  if (compareDecimals(value, "0") >= 0 && compareDecimals(value, "1") <= 0) return value;
  const code: ClientErrorCode = "client/share-out-of-range";
  return refuse(code, path, 'a share from 0 to 1, "0.51" for 51 %', { share: value, min: "0", max: "1" });
}

const readCount = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** Members of a client's names. */
export const NAMES: Members<ClientNames> = {
  legal: readText,
  "zh-Hans": nullable(readText),
  "zh-Hant-HK": nullable(readText),
  en: nullable(readText),
  short: nullable(readText),
};

/** Members of an account. */
export const ACCOUNT: Members<ClientAccount> = {
  id: readId,
  currency: readCurrencyCode,
  product: readText,
  openedOn: nullable(readDate),
  closedOn: nullable(readDate),
};

/** Members of a way to reach somebody. */
export const CONTACT: Members<ContactPoint> = { channel: oneOf(CONTACT_CHANNELS), value: readText };

/** Members of the assignment of a manager. */
export const MANAGER: Members<ManagerAssignment> = {
  employee: readText,
  name: readText,
  role: oneOf(MANAGER_ROLES),
  unit: readText,
  from: readDate,
  to: nullable(readDate),
};

/** Members of a place in a group. */
export const GROUP: Members<GroupMembership> = {
  group: readText,
  name: nullable(readText),
  role: oneOf(GROUP_ROLES),
  heldBy: nullable(readText),
  votingShare: nullable(readShare),
};

/** Members of a finding. */
export const ANALYSIS: Members<ClientAnalysis> = { date: readDate, author: readText, text: readText, source: readText };

/** Members of what is known about an organisation. */
export const ORGANISATION: Members<OrganisationProfile> = {
  industry: readText,
  industryCode: nullable(readText),
  registrationNumber: nullable(readText),
  foundedOn: nullable(readDate),
  employees: nullable(readCount),
  annualTurnover: nullable(readMoney),
  location: nullable(readText),
  description: nullable(readText),
};

/** Members of what is known about a person. */
export const PERSON: Members<PersonProfile> = {
  birthDate: nullable(readDate),
  occupation: nullable(readText),
  employer: nullable(readText),
  education: nullable(readText),
  householdSize: nullable(readCount),
  location: nullable(readText),
  interests: nullable((value, path, code) => {
    for (const [index, interest] of readList(value, path, code).entries()) readText(interest, [...path, index], code);
    return value;
  }),
};

/** Members of every client file; the parts that have members of their own are read by themselves. */
export const FILE: Members<Omit<ClientFile, "kind"> & { readonly kind: ClientFile["kind"] }> = {
  kind: oneOf(CLIENT_KINDS),
  id: readId,
  names: asGiven,
  clientSince: nullable(readDate),
  accounts: asGiven,
  contacts: asGiven,
  managers: asGiven,
  group: nullable(asGiven),
  analyses: asGiven,
  sample: nullable(readFlag),
};

/** One reader per member, each of which looks at nothing else, so that all that is wrong with an object is found. */
export const oneByOne = <T extends object>(members: Members<T>): readonly Reader<T>[] =>
  Object.entries(members).map(([name, member]) => rowOf({ [name]: member } as unknown as Members<T>));

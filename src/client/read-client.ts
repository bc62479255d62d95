import { compareDecimals, readDecimal, type DecimalString, type Path } from "../core/index.ts";
import {
  asGiven,
  oneOf,
  optional,
  readDate,
  readFlag,
  readList,
  readText,
  refuse,
  refuseKind,
  rowOf,
  wholeNumber,
  type Members,
  type Optional,
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

/** A member that may be absent, or null, as a column without a value is. */
const filled = <T>(read: Reader<T>): Optional<T> =>
  optional((value, path, code) => ((value as unknown) === null ? value : read(value, path, code)));

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
  "zh-Hans": filled(readText),
  "zh-Hant-HK": filled(readText),
  en: filled(readText),
  short: filled(readText),
};

/** Members of an account. */
export const ACCOUNT: Members<ClientAccount> = {
  id: readId,
  currency: readCurrencyCode,
  product: readText,
  openedOn: filled(readDate),
  closedOn: filled(readDate),
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
  to: filled(readDate),
};

/** Members of a place in a group. */
export const GROUP: Members<GroupMembership> = {
  group: readText,
  name: filled(readText),
  role: oneOf(GROUP_ROLES),
  heldBy: filled(readText),
  votingShare: filled(readShare),
};

/** Members of a finding. */
export const ANALYSIS: Members<ClientAnalysis> = { date: readDate, author: readText, text: readText, source: readText };

/** Members of what is known about an organisation. */
export const ORGANISATION: Members<OrganisationProfile> = {
  industry: readText,
  industryCode: filled(readText),
  registrationNumber: filled(readText),
  foundedOn: filled(readDate),
  employees: filled(readCount),
  annualTurnover: filled(readMoney),
  location: filled(readText),
  description: filled(readText),
};

/** Members of what is known about a person. */
export const PERSON: Members<PersonProfile> = {
  birthDate: filled(readDate),
  occupation: filled(readText),
  employer: filled(readText),
  education: filled(readText),
  householdSize: filled(readCount),
  location: filled(readText),
  interests: filled((value, path, code) => {
    for (const [index, interest] of readList(value, path, code).entries()) readText(interest, [...path, index], code);
    return value;
  }),
};

/** Members of every client file; the parts that have members of their own are read by themselves. */
export const FILE: Members<Omit<ClientFile, "kind"> & { readonly kind: ClientFile["kind"] }> = {
  kind: oneOf(CLIENT_KINDS),
  id: readId,
  names: asGiven,
  clientSince: filled(readDate),
  accounts: asGiven,
  contacts: asGiven,
  managers: asGiven,
  group: filled(asGiven),
  analyses: asGiven,
  sample: filled(readFlag),
};

/** One reader per member, each of which looks at nothing else, so that all that is wrong with an object is found. */
export const oneByOne = <T extends object>(members: Members<T>): readonly Reader<T>[] =>
  Object.entries(members).map(([name, member]) => rowOf({ [name]: member } as unknown as Members<T>));

import type { Path } from "../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  nullable,
  oneOf,
  optional,
  orNull,
  readDate,
  readFlag,
  readList,
  readText,
  refuse,
  refuseKind,
  rowOf,
  shapeOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../core/inner.ts";
import { readMoney } from "../money/inner.ts";
import type {
  ClientFile,
  CorporateClientFile,
  FormerParticulars,
  PersonalClientFile,
  ReplacedParticulars,
} from "./client-file.ts";
import type { ClientErrorCode } from "./errors.ts";
import { ATTITUDE_EVIDENCE } from "./knowledge/attitude-evidence.ts";
import { readFact } from "./knowledge/fact.ts";
import { CLIENT_PERSON } from "./person-at-client.ts";
import { RECORDED } from "./recorded.ts";
import {
  CLIENT_KINDS,
  CONTACT_CHANNELS,
  IDENTITY_KINDS,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientContact,
  type ClientId,
  type ClientIdentity,
  type ClientNames,
  type GroupMembership,
  type HouseholdMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonProfile,
  type Referral,
  type TransferApproval,
} from "./types.ts";

/** The code of what is not as a client file has it. */
export const INVALID: ClientErrorCode = "client/invalid-input";

/** A number or code by which the bank knows something; an empty one has an issue of its own. */
export function readId(value: ClientId, path: Path, code: string): ClientId {
  return value === ""
    ? refuse("client/empty-id" satisfies ClientErrorCode, path, "empty", {})
    : readText(value, path, code);
}

function readCurrencyCode(value: string, path: Path, code: string): string {
  return /^[A-Z]{3}$/.test(readText(value, path, code)) ? value : refuseKind(code, path, "not three capitals", value);
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
  ...RECORDED,
  id: readId,
  currency: readCurrencyCode,
  product: readText,
  openedOn: nullable(readDate),
  closedOn: nullable(readDate),
};

/** Members of a way to reach somebody. */
export const CONTACT: Members<ClientContact> = { ...RECORDED, channel: oneOf(CONTACT_CHANNELS), value: readText };

/** Members of what proves who the client is. */
export const IDENTITY: Members<ClientIdentity> = {
  ...RECORDED,
  kind: oneOf(IDENTITY_KINDS),
  number: readText,
  issuedBy: nullable(readText),
  from: nullable(readDate),
  to: nullable(readDate),
};

/** Members of the assignment of a manager. */
export const MANAGER: Members<ManagerAssignment> = {
  ...RECORDED,
  employee: readText,
  name: readText,
  role: oneOf(MANAGER_ROLES),
  unit: readText,
  from: readDate,
  to: nullable(readDate),
  approval: nullable(rowOf<TransferApproval>({ by: readText, on: readDate, reason: readText })),
};

/** Members of a place in a group. */
export const GROUP: Members<GroupMembership> = { group: readText, name: nullable(readText) };

/** Members of a place in a household. */
export const HOUSEHOLD: Members<HouseholdMembership> = {
  ...RECORDED,
  household: readText,
  from: readDate,
  to: nullable(readDate),
};

/** Members of a referral. */
export const REFERRAL: Members<Referral> = { client: readId, on: readDate };

/** Members of a finding. */
export const ANALYSIS: Members<ClientAnalysis> = {
  ...RECORDED,
  date: readDate,
  author: readText,
  text: readText,
  source: readText,
};

/** Members of what is known about an organisation. */
export const ORGANISATION: Members<OrganisationProfile> = {
  industry: readText,
  industryCode: nullable(readText),
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

/** Members of what the file said before; nothing else of a file is ever replaced. */
const FORMER: Members<FormerParticulars> = {
  names: optional(rowOf(NAMES)),
  clientSince: optional(orNull(readDate)),
  group: optional(orNull(rowOf(GROUP))),
  referredBy: optional(orNull(rowOf(REFERRAL))),
  organisation: optional(rowOf(ORGANISATION)),
  person: optional(rowOf(PERSON)),
};

/** Names of the members that may have been replaced. */
export const FORMER_NAMES = Object.keys(FORMER) as readonly (keyof FormerParticulars)[];

const readFormer = shapeOf(FORMER);

/** Members of particulars that were replaced. */
export const REPLACED: Members<ReplacedParticulars> = {
  recordedOn: readDate,
  until: nullable(readDate),
  was: (value, path, code) => {
    const former = readFormer(value, path, code);
    if (FORMER_NAMES.every((name) => former[name] === undefined)) {
      refuse(code, path, "replaces nothing", { known: FORMER_NAMES });
    }
    return former;
  },
};

type FileBase = Omit<CorporateClientFile, "kind" | "organisation">;

/** Members of every client file that are not lists and have no members of their own. */
const PLAIN = {
  id: readId,
  clientSince: nullable(readDate),
  recordedOn: nullable(readDate),
  sample: nullable(readFlag),
} satisfies Partial<Members<FileBase>>;

/** Members of every client file; the parts that have members of their own are read by themselves. */
export const FILE: Members<FileBase & Pick<ClientFile, "kind">> = {
  kind: oneOf(CLIENT_KINDS),
  ...PLAIN,
  names: asGiven,
  identities: nullable(asGiven),
  accounts: asGiven,
  contacts: asGiven,
  people: nullable(asGiven),
  managers: asGiven,
  group: nullable(asGiven),
  household: nullable(asGiven),
  referredBy: nullable(asGiven),
  facts: nullable(asGiven),
  attitudes: nullable(asGiven),
  analyses: asGiven,
  replaced: nullable(asGiven),
};

/** The lists of a client file whose entries say when they were recorded. */
export const readLists = {
  identities: nullable(listOf(rowOf(IDENTITY))),
  accounts: listOf(rowOf(ACCOUNT)),
  contacts: listOf(rowOf(CONTACT)),
  people: nullable(listOf(rowOf(CLIENT_PERSON))),
  managers: listOf(rowOf(MANAGER)),
  household: nullable(listOf(rowOf(HOUSEHOLD))),
  facts: nullable(listOf(readFact)),
  attitudes: nullable(listOf(rowOf(ATTITUDE_EVIDENCE))),
  analyses: listOf(rowOf(ANALYSIS)),
} satisfies Partial<Members<FileBase>>;

const WHOLE: Members<FileBase> = {
  ...PLAIN,
  ...readLists,
  names: rowOf(NAMES),
  group: nullable(rowOf(GROUP)),
  referredBy: nullable(rowOf(REFERRAL)),
  replaced: nullable(listOf(rowOf(REPLACED))),
};

/** A client file, read whole. */
export const readFile = byTag<ClientFile, "kind">("kind", {
  corporate: rowOf<CorporateClientFile>({ ...WHOLE, kind: oneOf(["corporate"]), organisation: rowOf(ORGANISATION) }),
  personal: rowOf<PersonalClientFile>({ ...WHOLE, kind: oneOf(["personal"]), person: rowOf(PERSON) }),
});

/** One reader per member, each of which looks at nothing else, so that all that is wrong with an object is found. */
export const oneByOne = <T extends object>(members: Members<T>): readonly Reader<T>[] =>
  Object.entries(members).map(([name, member]) => rowOf({ [name]: member } as unknown as Members<T>));

import type { ClientFile, CorporateClientFile, ManagerAssignment, PersonalClientFile } from "../../src/client/index.ts";

const empty = { accounts: [], contacts: [], managers: [], analyses: [] } as const;

/** The file of a company with nothing in it but what is given. */
export const company = (changes: Partial<Omit<CorporateClientFile, "kind">> = {}): ClientFile => ({
  kind: "corporate",
  id: "C-1",
  names: { legal: "样本有限公司" },
  organisation: { industry: "制造业" },
  ...empty,
  ...changes,
});

/** The file of a person with nothing in it but what is given. */
export const person = (changes: Partial<Omit<PersonalClientFile, "kind">> = {}): ClientFile => ({
  kind: "personal",
  id: "C-2",
  names: { legal: "李样本" },
  person: {},
  ...empty,
  ...changes,
});

/** An assignment of a manager. */
export const assigned = (
  employee: string,
  from: string,
  changes: Partial<ManagerAssignment> = {},
): ManagerAssignment => ({ employee, name: employee, role: "primary", unit: "unit", from, ...changes });

import { personName, type PlanInput } from "./input.ts";
import { firstShown } from "../text.ts";
import type { PlanBusiness, PlanChallenge, PlanPerson } from "../../strategy-plan/index.ts";

/** What rows and entries are named with. */
export interface Naming {
  readonly words: PlanInput["words"];
  readonly services: ReadonlyMap<string, string>;
}

/** The names of the services of a plan, with its words. */
export const namingOf = ({ plan, words }: Pick<PlanInput, "plan" | "words">): Naming => ({
  words,
  services: new Map((plan.services ?? []).map((row) => [row.id, row.service])),
});

/** The same for the rows of a list: a row of section 6 is called by its own name, whatever ids there are. */
export const namingIn = (list: string, naming: Naming): Naming =>
  list === "services" ? { ...naming, services: new Map() } : naming;

/** The members a row or an entry may be called by. */
interface Named
  extends
    Pick<PlanPerson, "contactName" | "positionAndAuthority">,
    Pick<PlanBusiness, "businessNature">,
    Pick<PlanChallenge, "challengeContent"> {
  readonly institutionName?: string;
  readonly productOrService?: { readonly name: string };
  readonly clientNeed?: { readonly text: string };
  readonly need?: string;
  readonly service?: string;
}

/** What a row or an entry of one is called: by its name, what it offers, is or needs, its service, or by its place. */
export function rowName(row: object, at: number, { words, services }: Naming): string {
  const { institutionName, productOrService, clientNeed, need, service, ...named } = row as Named;
  const { contactName, positionAndAuthority, businessNature, challengeContent } = named;
  if (contactName !== undefined || positionAndAuthority !== undefined) return personName(row as PlanPerson, words);
  const ofService = service === undefined ? undefined : (services.get(service) ?? service);
  const offered = [productOrService?.name, clientNeed?.text, need, ofService];
  return firstShown(institutionName, ...offered, businessNature, challengeContent) ?? `#${String(at + 1)}`;
}

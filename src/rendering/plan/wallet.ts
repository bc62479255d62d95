import type { Money } from "../../money/index.ts";
import type { Block } from "../blocks.ts";
import { walletBars } from "../figure/make/wallet.ts";
import { lengthOf } from "./figure-text.ts";
import { totalsOf, type PlanInput } from "./input.ts";
import { renewalText } from "./institutions.ts";
import { hiddenText, hidesWallet } from "./not-shown.ts";
import type { Shortening } from "./shortened.ts";

/** Room for a name, in columns of half the width of a Chinese character. */
const ROOM = { service: 26, institution: 18 } as const;

/** Most other institutions that stand on the first page by name. */
const SHOWN_RIVALS = 2;

/** Most services that have a bar on the first page. */
const SHOWN_SERVICES = 7;

/** The client's wallet on the first page: a bar per service with our share, and the other institutions with their renewals. */
export function walletBlocks(input: PlanInput, page: Shortening): readonly Block[] {
  const { wallet, words, notShown } = input;
  if (hidesWallet(notShown)) return [hiddenText(words, "wallet")];
  const rivals = rivalTexts(input, page);
  if (wallet.services.length === 0) {
    const text = words.named(words.word("wallet"), words.word("no-data"));
    return [{ type: "paragraph", text, emphasis: "muted" }, ...listOf(rivals)];
  }
  const isLong = wallet.services.length > SHOWN_SERVICES;
  const shown = isLong ? greatest(wallet.services, SHOWN_SERVICES - 1) : wallet.services;
  const services = isLong
    ? [words.named(words.word("other-services"), String(wallet.services.length - shown.length))]
    : [];
  return [
    walletBars(
      shown.map(({ name, wallet: found }) => ({ name: page.fit(name, ROOM.service), wallet: found })),
      words.labels,
    ),
    ...listOf([...services, ...rivals]),
  ];
}

const listOf = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: "list", ordered: false, items }];

/** The other institutions: first those with a part of the wallet, largest first, then those of which no part is known. */
function rivalTexts(input: PlanInput, page: Shortening): readonly string[] {
  const { plan, wallet, words, amounts } = input;
  const spends = new Map(wallet.institutions.map(({ institution, amount }) => [institution, amount]));
  const rows = plan.institutions ?? [];
  const rivals = [
    ...[...spends.keys()].flatMap((id) => rows.find((row) => row.id === id) ?? []),
    ...rows.filter(({ id }) => !spends.has(id)),
  ];
  const spent = (name: string, amount: Money | undefined): string =>
    amount === undefined ? name : words.named(name, amounts.full(amount));
  const rest = rivals.slice(SHOWN_RIVALS);
  // with the others, what stands here is what is paid elsewhere
  const [restSpend] = totalsOf(rest.map(({ id }) => spends.get(id) ?? null));
  return [
    ...rivals.slice(0, SHOWN_RIVALS).map(({ id, institutionName, institutionServicesAndTerms: services = [] }) => {
      const dates = services.flatMap(({ renewalDate }) => renewalDate ?? []);
      return words.joined([
        spent(page.fit(institutionName, ROOM.institution), spends.get(id)),
        renewalText(input, dates),
      ]);
    }),
    ...(rest.length === 0 ? [] : [spent(`${words.word("other-institutions")} (${String(rest.length)})`, restSpend)]),
  ];
}

/** The services the client spends most on, in the order of the plan; those nobody has data for come last. */
function greatest(services: PlanInput["wallet"]["services"], count: number): PlanInput["wallet"]["services"] {
  const spent = ({ wallet: found }: (typeof services)[number]): number =>
    found === null ? -1 : lengthOf(found.ours) + (found.others === null ? 0 : lengthOf(found.others));
  const kept = new Set([...services].sort((a, b) => spent(b) - spent(a)).slice(0, count));
  return services.filter((service) => kept.has(service));
}

import { listOf, orNull, refuse, rowOf, shapeOf } from "../../../core/inner.ts";
import type { Money } from "../../../money/index.ts";
import { minorIn } from "../../../money/inner.ts";
import type { WalletShare } from "../../../relationship-value/index.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { labelsWith, type LabelsOf } from "../../phrases.ts";
import { decimalText, lengthOf, percentText, validMoney } from "../../plan/figure-text.ts";
import { readString } from "../../text.ts";
import type { Bar, FigureBlock } from "../types.ts";

/** Every label a wallet may need. */
const IDS = {
  planDocument: ["wallet", "wallet-text", "service", "share", "with-us", "elsewhere", "no-data"],
} as const;

/** The words of one language for a wallet, which the plan document has too; each set of the package fits. */
export type WalletFigureLabels = LabelsOf<typeof IDS>;

/** How the figure of a wallet is made. */
export interface WalletFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: WalletFigureLabels;
}

/** What is shown of the spend on a service. */
export interface ShownService {
  readonly name: string;
  readonly wallet: Pick<WalletShare, "ours" | "others" | "share"> | null;
}

/** What is shown of a wallet. */
export interface ShownWallet {
  readonly services: readonly ShownService[];
}

const moneyOrNull = orNull<Money>(validMoney);
const readWallet = rowOf<ShownWallet>({
  services: listOf(
    rowOf<ShownService>({
      name: readString,
      wallet: orNull(
        rowOf<NonNullable<ShownService["wallet"]>>({
          ours: validMoney,
          others: moneyOrNull,
          share: orNull(decimalText),
        }),
      ),
    }),
  ),
});

const readOptions = shapeOf<WalletFigureOptions>({
  labels: labelsWith(IDS),
});

/**
 * What a client spends with us and elsewhere, a bar per service, with our share (钱包份额图).
 *
 * A service of which a part is not known has no bar: it would look like a whole.
 *
 * @param wallet - what `planWallet` of strategy-plan returned
 * @param options - words
 * @returns a figure of kind `bars`
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a wallet, and for a spend below 0; `money/currency-mismatch` for one
 *   in another currency than the first; the checks of `core` and `money`
 * @example
 * import { en } from "relationship-banking/labels/en";
 * import { planWallet } from "relationship-banking/strategy-plan";
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   institutions: [{ id: "b1", institutionName: "…", estimatedSpend: [{ service: "s1", amount: cny("300000.00"), period: "2025" }] }],
 *   services: [{ id: "s1", service: "Loans", spendWithUs: { amount: cny("100000.00"), period: "2025", basis: "actual" } }] } as const;
 * const { figure } = walletFigure(planWallet(plan), { labels: en });
 * figure.kind === "bars" && figure.bars.map((bar) => [bar.label, bar.text]) // => [["Loans", "25.0%"]]
 * @since 0.1.0
 */
export function walletFigure(wallet: ShownWallet, options: WalletFigureOptions): FigureBlock {
  const code: RenderingErrorCode = "rendering/invalid-report";
  const { services } = readWallet(wallet, ["wallet"], code);
  const { labels } = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const currency = services.find(({ wallet: found }) => found !== null)?.wallet?.ours.currency ?? "";
  for (const [at, { wallet: found }] of services.entries()) {
    for (const side of ["ours", "others"] as const) {
      const path = ["wallet", "services", at, "wallet", side];
      const amount = found?.[side] ?? null;
      if (amount !== null && minorIn(currency, amount, path) < 0) refuse(code, path, "below 0", {});
    }
  }
  return walletBars(services, labels);
}

/** {@link walletFigure} of what has been read. */
export function walletBars(services: readonly ShownService[], labels: WalletFigureLabels): FigureBlock {
  const bars = services.map(({ name: label, wallet: found }): Bar => {
    if (!found?.others) return { label, parts: [], text: labels["planDocument.no-data"] };
    return {
      label,
      parts: [
        { value: lengthOf(found.ours), tone: "solid" },
        { value: lengthOf(found.others), tone: "other" },
      ],
      text: found.share === null ? labels["planDocument.no-data"] : percentText(found.share),
    };
  });
  return {
    type: "figure",
    title: labels["planDocument.wallet"],
    description: labels["planDocument.wallet-text"],
    figure: {
      kind: "bars",
      headers: [labels["planDocument.service"], labels["planDocument.share"]],
      bars,
      legend: [
        { tone: "solid", label: labels["planDocument.with-us"] },
        { tone: "other", label: labels["planDocument.elsewhere"] },
      ],
    },
  };
}

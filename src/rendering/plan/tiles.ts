import { compare, isZero, subtract, type Money } from "../../money/index.ts";
import { percentText } from "./figure-text.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { hidden, hidesWallet } from "./not-shown.ts";
import { incomeBeside, incomeExpected, totalsOf, type PlanInput } from "./input.ts";
import type { Cell, Pair } from "../blocks.ts";

/** The figures to be seen first: value, target, income to come, share of the wallet, completeness. */
export function tiles(input: PlanInput): readonly Pair[] {
  const { plan, words, amounts, completeness, wallet, followUp, notShown } = input;
  // a figure made from a part of what there is would be a wrong one
  const isValueHidden = notShown.hides("relationship-value", ["section", "fields"]);
  const isTargetHidden = notShown.hides("relationship-value", ["section", "target"]);
  const isIncomeHidden = notShown.hides("next-year-plan", ["section", "fields", "progress"]);
  const isWalletHidden = hidesWallet(notShown);
  const values = headValues(input.plan, input.statement);
  const period = commonPeriod(values);
  // amounts of several periods do not add up
  const now = period === null ? [] : totalsOf(values.map((value) => value.amount));
  const estimated = totalsOf(values.map((value) => value.estimated)).filter((part) => !isZero(part));
  const missing = values.filter((value) => value.amount === null);
  const target = plan.value?.target ?? null;
  const text = (all: readonly Money[]): string => all.map(amounts.figure).join(" + ");
  const value = (all: readonly Money[]): Cell =>
    all.length === 0 ? { text: words.word("no-data"), emphasis: "muted" } : text(all);
  const [only, ...more] = now;
  const known = values.some(({ amount }) => amount !== null);
  const comparable =
    !isValueHidden && !isTargetHidden && target !== null && only?.currency === target.currency && more.length === 0;
  const nowNotes = [
    ...(period === null ? [] : [words.period(period)]),
    ...(period === null || estimated.length === 0 ? [] : [words.named(words.word("estimated-part"), text(estimated))]),
    ...missing.map(({ head }) => words.named(words.labels[`valueHead.${head}`], words.word("no-data"))),
  ];
  const open = followUp.states.planned + followUp.states.pitched;
  const stated = open - followUp.withoutExpectedIncome.length;
  const incomeNotes = [
    // a sum over some of the actions must not look like one over all
    ...(stated === 0 || stated === open ? [] : [`${String(stated)}/${String(open)} ${words.word("answered")}`]),
    ...incomeBeside(followUp).map((figure) => words.named(words.word(figure.word), text(figure.amounts))),
  ];
  const share = wallet.total?.share ?? null;
  return [
    {
      name: amounts.head(words.word("value-now")),
      ...(isValueHidden
        ? { value: hidden(words) }
        : {
            value: known && period === null ? { text: words.word("periods-differ"), emphasis: "warning" } : value(now),
            ...(nowNotes.length > 0 ? { note: words.joined(nowNotes) } : {}),
          }),
    },
    {
      name: amounts.head(words.word("value-target")),
      value: isTargetHidden ? hidden(words) : value(target === null ? [] : [target]),
      ...(comparable ? { note: gapText(input, only, target) } : {}),
    },
    {
      name: amounts.head(words.word("income-expected")),
      ...(isIncomeHidden
        ? { value: hidden(words) }
        : {
            value: value(incomeExpected(followUp)),
            ...(incomeNotes.length === 0 ? {} : { note: words.joined(incomeNotes) }),
          }),
    },
    {
      name: words.word("wallet-share"),
      value: isWalletHidden
        ? hidden(words)
        : share === null
          ? { text: words.word("no-data"), emphasis: "muted" }
          : percentText(share),
      ...(isWalletHidden || wallet.total === null
        ? {}
        : {
            note: words.joined([
              words.named(words.word("wallet-whole"), amounts.figure(wallet.total.whole)),
              words.named(words.word("wallet-known"), `${String(wallet.total.known)}/${String(wallet.total.n)}`),
            ]),
          }),
    },
    {
      name: words.word("completeness"),
      value: completeness.rate === null ? words.word("no-data") : percentText(completeness.rate),
      note: `${String(completeness.n)}/${String(completeness.of)} ${words.word("answered")}`,
    },
  ];
}

/** What is missing from the target, or what there is beyond it; never a gap below 0. */
function gapText({ words, amounts }: PlanInput, now: Money, target: Money): string {
  return compare(now, target) > 0
    ? words.named(words.word("value-ahead"), amounts.figure(subtract(now, target)))
    : words.named(words.word("value-gap"), amounts.figure(subtract(target, now)));
}

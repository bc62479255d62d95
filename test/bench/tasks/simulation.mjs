/** Two cards over one book, beside one classification of it. */
export const title = "Two cards side by side";
export const note =
  "Clients a second, 100,000 of them in columns with 12 characteristics. `relationship-banking` runs `simulate` with the card of the task above and a copy whose cuts lie one band higher: both sides by class, who moves from which class to which, balances by class. `one classifyMany` classifies the book with the first card alone. Both answer how many clients each class has under the first card; the reference counts them.";
export const cases = ["100,000 clients, columns"];

const {
  implementations: classes,
  reference: classesOf,
  exampleCard,
  makeColumns,
} = await import("./classification.mjs");

const CLASSES = ["core", "general", "existing-potential", "prospective-high-quality", "ordinary"];
const N = 100_000;
const countOf = (list) => CLASSES.map((name) => list.filter((one) => one === name || one.endsWith(`/${name}`)).length);

export const reference = () => countOf(classesOf("100,000 clients, columns"));

/** The card with every cut of its first rule one band higher. */
const raised = {
  ...exampleCard,
  version: "raised",
  rules: exampleCard.rules.map((rule, index) =>
    index > 0 ? rule : { ...rule, when: rule.when.map((test) => ({ ...test, atLeast: test.atLeast + 4 })) },
  ),
};

export const implementations = {
  "relationship-banking": {
    async prepare() {
      const { prepareScorecard, simulate } = await import("../../../dist/customer-classification/index.js");
      const { money, moneyColumn } = await import("../../../dist/money/index.js");
      const [champion, challenger] = [prepareScorecard(exampleCard), prepareScorecard(raised)];
      const records = makeColumns("100,000 clients, columns");
      const balances = moneyColumn(
        "CNY",
        Array.from({ length: N }, (_, row) => money(`${row}.00`, "CNY")),
      );
      const ids = Array.from({ length: N }, (_, row) => `C-${row}`);
      const population = [{ asOf: "2026-03-31", ids, records, balances }];
      const run = () => simulate({ champion, challenger, population });
      const clientsOf = ({ classes: list }, name) => list.find((one) => one.class === name)?.champion.clients ?? 0;
      return {
        operations: N,
        pass: () => run().swaps.length,
        answers: () => {
          const [period] = run().periods;
          return CLASSES.map((name) => clientsOf(period, name));
        },
      };
    },
  },
  "one classifyMany": {
    async prepare() {
      const one = await classes["relationship-banking"].prepare("100,000 clients, columns");
      return { ...one, answers: () => countOf(one.answers()) };
    },
  },
};

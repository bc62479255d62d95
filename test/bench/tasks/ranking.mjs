/** How well a million scores rank an outcome, beside the sort that it cannot do without. */
export const title = "Area under the curve";
export const note =
  "Scores a second, one million of them with 5% of outcomes. `relationship-banking` gives the area with ties as one half, DeLong's standard error and an interval of 95%, and reads every score and outcome. `the sort alone` puts the scores in order and does nothing else; its answer is worked out afterwards, outside the time. The reference counts for each score how many of the other side it outscores, from counts of the distinct scores.";
export const cases = ["1,000,000 distinct scores", "1,000,000 scores of 0 to 999"];

const N = 1_000_000;

function makeSample(label) {
  let state = 19940331;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const scores = new Float64Array(N);
  const outcomes = new Uint8Array(N);
  for (let row = 0; row < N; row++) {
    outcomes[row] = next() < 0.05 ? 1 : 0;
    const score = next() + (outcomes[row] === 1 ? 0.2 : 0);
    scores[row] = label.endsWith("999") ? Math.min(999, Math.floor(score * 840)) : score;
  }
  return { scores, outcomes };
}

/** Area from pairs won and half of the ties, to ten digits. */
function areaOf({ scores, outcomes }) {
  const sides = new Map();
  for (let row = 0; row < N; row++) {
    const side = sides.get(scores[row]) ?? [0, 0];
    side[outcomes[row]] += 1;
    sides.set(scores[row], side);
  }
  let [below, won, positives, negatives] = [0, 0, 0, 0];
  for (const score of Float64Array.from(sides.keys()).sort()) {
    const [without, having] = sides.get(score);
    won += 2 * having * below + having * without;
    below += without;
    positives += having;
    negatives += without;
  }
  return (won / (2 * positives * negatives)).toFixed(10);
}

export const reference = (label) => [areaOf(makeSample(label))];

export const implementations = {
  "relationship-banking": {
    async prepare(label) {
      const { auc } = await import("../../../dist/customer-classification/index.js");
      const sample = makeSample(label);
      const run = () => auc(sample, { confidence: 0.95 });
      return { operations: N, pass: () => run().n, answers: () => [run().auc.toFixed(10)] };
    },
  },
  "the sort alone": {
    prepare(label) {
      const sample = makeSample(label);
      return { operations: N, pass: () => sample.scores.slice().sort()[0], answers: () => [areaOf(sample)] };
    },
  },
};

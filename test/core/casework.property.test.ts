import fc from "fast-check";

import { caseLaws } from "../support/case-laws.ts";
import { flow, policyOf, proposed, type Note, type Step } from "./nominations.ts";

const people = ["A", "B", "C", "D"] as const;
const person = fc.constantFrom(...people);
const types = ["nominate", "assess", "assess", "decide", "remark", "thank"] as const;

function stepOf(type: (typeof types)[number], at: string, by: string, other: string, grade: number): Step | Note {
  switch (type) {
    case "nominate":
      return { type, at, by, nominee: other };
    case "assess":
      return grade === 0 ? { type, at, by } : { type, at, by, witness: other };
    case "decide":
      return { type, at, by, grade };
    case "remark":
    case "thank":
      return { type, at, by };
  }
}

const kin: Readonly<Record<string, readonly string[]>> = { "C-1": ["A"], "C-3": ["D", "B"] };

caseLaws("nominations", {
  flow,
  opened: (id, links) => proposed({ id, links, kin: kin[id] ?? [], nominee: null }),
  attempt: fc.record({ type: fc.constantFrom(...types), by: person, other: person, grade: fc.nat(4) }),
  stepOf: ({ type, by, other, grade }, _, at) => stepOf(type, at, by, other, grade),
  meeting: (type, kase, at) => {
    const step = stepOf(type, at, "C", "D", 1);
    // an assessment needs somebody nominated: then it is the nomination that is tried
    return (
      type === "assess" && kase.nominee === null && kase.state === "open"
        ? { type: "nominate", at, by: "C", nominee: "D" }
        : step
    ) as Step;
  },
  policyWith: (rules) => policyOf(...rules),
  refusals: ["nobody-nominated", "grade-too-high"],
  people,
});

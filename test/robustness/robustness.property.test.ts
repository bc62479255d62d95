import fc from "fast-check";
import { describe, expect, test } from "vitest";

import * as calendar from "../../src/calendar/index.ts";
import * as client from "../../src/client/index.ts";
import * as complaints from "../../src/complaints/index.ts";
import * as core from "../../src/core/index.ts";
import * as classification from "../../src/customer-classification/index.ts";
import * as pmml from "../../src/customer-classification/pmml/index.ts";
import * as duties from "../../src/duties/index.ts";
import * as planning from "../../src/financial-planning/index.ts";
import * as labels from "../../src/labels/index.ts";
import * as loans from "../../src/loans/index.ts";
import * as money from "../../src/money/index.ts";
import * as value from "../../src/relationship-value/index.ts";
import * as rendering from "../../src/rendering/index.ts";
import * as sla from "../../src/sla/index.ts";
import * as plans from "../../src/strategy-plan/index.ts";
import * as telling from "../../src/telling/index.ts";
import * as timeValue from "../../src/time-value/index.ts";
import { examples } from "../examples/generated/calls/index.ts";
import { rooms as listed } from "../config/rooms.mjs";
import { judge, judgeJunk } from "./judge.ts";
import { both, mutationsOf, type Mutation } from "./mutations.ts";
import { Places } from "./places.ts";
import { recordCalls, type Call } from "./recorder.ts";

const doors: Readonly<Record<string, object>> = {
  core,
  money,
  calendar,
  "time-value": timeValue,
  client,
  loans,
  duties,
  "customer-classification": { ...classification, ...pmml },
  "relationship-value": value,
  sla,
  "financial-planning": planning,
  "strategy-plan": plans,
  complaints,
  rendering,
  telling,
  labels,
};

/** Every exported function with its room; a class is not called. */
const functions = new Map<unknown, { readonly name: string; readonly room: string }>();
for (const [room, door] of Object.entries(doors)) {
  for (const [name, exported] of Object.entries(door)) {
    if (typeof exported === "function" && name !== "DomainError") functions.set(exported, { name, room });
  }
}

const { seed = 0, numRuns = 100 } = fc.readConfigureGlobal();
/** 50,000 in `npm test`; where every place of every call was spoilt already, two places at once. */
const TOTAL = 500 * numRuns;
/** `ROBUSTNESS=money,loans` takes these rooms alone, whole. */
const only = process.env["ROBUSTNESS"]?.split(",");

/** Numbers from 0 to 1, the same for the same seed. */
function* numbersFrom(start: number): Generator<number, never> {
  let state = start | 0;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

function shuffled<T>(list: readonly T[], numbers: Generator<number, never>): T[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const at = Math.floor(numbers.next().value * (last + 1));
    [copy[last], copy[at]] = [copy[at] as T, copy[last] as T];
  }
  return copy;
}

interface Spoilt {
  readonly call: Call;
  readonly mutation: Mutation;
}

const calls = recordCalls(examples, (f) => functions.get(f)?.name);
const places = new Places();
const numbers = numbersFrom(seed);
const byFunction = [...functions.values()]
  .filter(({ room }) => (only ?? Object.keys(doors)).includes(room))
  .map(({ name, room }) => {
    const own = calls.filter((call) => call.name === name);
    const all = own.flatMap((call) =>
      places
        .of(name, call.args)
        .flatMap((place) => mutationsOf(call.args, place).map((mutation) => ({ call, mutation }))),
    );
    return { name, room, calls: own.length, spoilt: shuffled<Spoilt>(all, numbers) };
  })
  .sort((a, b) => a.spoilt.length - b.spoilt.length);

// functions with few places give what they do not need of the total to those with many
let left = only ? Number.POSITIVE_INFINITY : TOTAL;
const chosen = byFunction.map(({ spoilt, ...of }, index) => {
  const share = Math.ceil(left / (byFunction.length - index));
  const some = spoilt.slice(0, share);
  const more = only ? 0 : share - some.length;
  if (numRuns > 100) some.push(...pairsOf(spoilt, more));
  left -= some.length;
  return { ...of, spoilt: some };
});

/** Calls spoilt at two places at once, as many as were asked for where there are two places. */
function pairsOf(spoilt: readonly Spoilt[], n: number): Spoilt[] {
  const pairs: Spoilt[] = [];
  for (let tried = 0; tried < 2 * n && pairs.length < n; tried++) {
    const [first, second] = [spoilt, spoilt].map((list) => list[Math.floor(numbers.next().value * list.length)]);
    if (first === undefined || first.call !== second?.call) continue;
    const mutation = both(first.mutation, second.mutation);
    if (mutation) pairs.push({ call: first.call, mutation });
  }
  return pairs;
}

const at = (path: readonly (string | number)[]): string => path.join(".");

describe.each(only ?? Object.keys(doors))("%s", (room) => {
  const own = chosen.filter((f) => f.room === room);

  test("every function is called by an example", () => {
    expect(own.filter((f) => f.calls === 0).map(({ name }) => name)).toStrictEqual([]);
  });

  test("junk is refused, or answered", () => {
    const wrong = own.flatMap(({ name }) => {
      const run = (doors[room] as Readonly<Record<string, Call["run"]>>)[name];
      return run === undefined ? [] : judgeJunk(run).map((what) => `${name}(${what}`);
    });
    expect(wrong).toStrictEqual([]);
  });

  test(
    "a spoilt call is refused at its place, or answered",
    () => {
      const wrong = new Set<string>();
      let n = 0;
      for (const { name, spoilt } of own) {
        for (const { call, mutation } of spoilt) {
          n++;
          const verdict = judge(call, mutation);
          if (verdict !== null) wrong.add(`${name} ${at(mutation.place.path)} [${mutation.what}] ${verdict}`);
        }
      }
      console.log(`${room}: ${String(n)} spoilt calls of ${String(own.length)} functions`);
      expect([...wrong].slice(0, Number(process.env["ROBUSTNESS_SHOW"] ?? "40"))).toStrictEqual([]);
    },
    only ? 900_000 : 120_000,
  );
});

test("every room is here", () => {
  expect(Object.keys(doors).sort()).toStrictEqual(listed.map(({ room }) => room).sort());
});

import { canonicalJson, toDayNumber, policyAt, type LocalDate } from "../../core/index.ts";
import {
  listOf,
  nameScan,
  oneOf,
  optional,
  policyMembers,
  readDaysInForce,
  readObject,
  shapeOf,
  type MisspeltName,
  type Reader,
} from "../../core/inner.ts";
import { currencyExponent } from "../../money/index.ts";
import { readCurrency } from "../card/edges.ts";
import { readName, readUnique, requireDateField } from "../card/features.ts";
import { hashOf, resolveInput } from "../card/prepare.ts";
import type { CardInput } from "../card/resolved.ts";
import type { CardStamp } from "../card/scorecard.ts";
import { cardError, inWordsOf, type CustomerClassificationErrorCode } from "../errors.ts";
import { POOL_KINDS, POOL_LACKING_POLICIES, POOLED_KINDS, type PooledFeature, type PoolingPolicy } from "./policy.ts";

const CODE = "customer-classification/invalid-pooling-policy" satisfies CustomerClassificationErrorCode;

/** A checked policy, with what is read of the records. */
export interface ResolvedPooling {
  readonly policy: PoolingPolicy;
  readonly stamp: CardStamp;
  readonly inputs: readonly CardInput[];
  readonly exponent: number;
  readonly fields: readonly string[];
  readonly misspelt: (record: object) => MisspeltName | null;
}

let readShape: Reader<PoolingPolicy> | null = null;

function readPolicy(policy: PoolingPolicy): PoolingPolicy {
  readObject(policy, ["policy"], CODE);
  readShape ??= shapeOf<PoolingPolicy>({
    ...policyMembers,
    kind: oneOf(POOL_KINDS),
    currency: optional(readCurrency),
    clientField: readName,
    pooled: listOf(
      shapeOf<PooledFeature>({ feature: readName, kind: oneOf(POOLED_KINDS), observedAtField: optional(readName) }),
    ),
    lacking: oneOf(POOL_LACKING_POLICIES),
  });
  return readShape(policy, [], CODE);
}

function resolve(source: PoolingPolicy): ResolvedPooling {
  readDaysInForce(readPolicy(source), []);
  const hash = hashOf(source, [], CODE);
  const policy = JSON.parse(canonicalJson(source)) as PoolingPolicy;
  const { pooled, clientField, currency } = policy;
  if (pooled.length === 0) throw cardError(["pooled"], "empty", "at least one feature");
  const values = [clientField, ...pooled.map(({ feature }) => feature)];
  readUnique(values, (at) => ["pooled", at - 1, "feature"]);
  for (const [index, { observedAtField }] of pooled.entries()) {
    requireDateField(observedAtField, values, ["pooled", index]);
  }
  for (const [index, { feature, kind }] of pooled.entries()) {
    if (kind !== "money" || currency !== undefined) continue;
    throw cardError(["currency"], "currency-missing", `pooled.${String(index)} is money`, { feature });
  }
  const exponent = currency === undefined ? 0 : currencyExponent(currency);
  const inputs = pooled.map(({ feature, kind, observedAtField }) =>
    resolveInput(
      feature,
      { kind, group: "derived", sensitive: false, ...(observedAtField === undefined ? {} : { observedAtField }) },
      currency ?? "",
      exponent,
    ),
  );
  const fields = [
    ...new Set([
      clientField,
      ...pooled.flatMap(({ feature, observedAtField }) => [feature, observedAtField ?? feature]),
    ]),
  ];
  const stamp = Object.freeze({ id: policy.id, version: policy.version, hash });
  return { policy, stamp, inputs, exponent, fields, misspelt: nameScan(fields) };
}

const resolved = /* @__PURE__ */ new WeakMap<PoolingPolicy, ResolvedPooling>();

/** The resolved policy for a date on which it is in force; made once for each object. */
export function poolingInForce(policy: PoolingPolicy, asOf: LocalDate): ResolvedPooling {
  let ready = resolved.get(policy);
  if (ready === undefined) {
    ready = inWordsOf(CODE, () => resolve(policy));
    resolved.set(policy, ready);
  }
  const { from, to } = readDaysInForce(ready.policy, []);
  const day = toDayNumber(asOf, "asOf");
  if (day < from || day >= to) policyAt([ready.policy], asOf);
  return ready;
}

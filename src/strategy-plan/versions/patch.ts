import { isDomainError } from "../../core/index.ts";
import { asGiven, byTag, isSameJson, listOf, readAnyText, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { readWhole } from "./grain.ts";
import type { PatchRefused } from "./reasons.ts";

/** The operations of JSON Patch (RFC 6902). */
export const JSON_PATCH_OPS = ["add", "remove", "replace", "move", "copy", "test"] as const;

/** What an operation of JSON Patch does. */
export type JsonPatchOp = (typeof JSON_PATCH_OPS)[number];

/** One operation of JSON Patch (RFC 6902); paths are JSON Pointers (RFC 6901). */
export type JsonPatchOperation =
  | { readonly op: "add"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "move"; readonly path: string; readonly from: string }
  | { readonly op: "copy"; readonly path: string; readonly from: string }
  | { readonly op: "test"; readonly path: string; readonly value: unknown };

/** A plan with a patch applied to it, or why not; a patch is applied whole or not at all. */
export type PatchOutcome = { readonly ok: true; readonly plan: StrategyPlan } | PatchRefused;

const INVALID_INPUT: StrategyPlanErrorCode = "strategy-plan/invalid-input";

type Operation<Op> = Extract<JsonPatchOperation, { readonly op: Op }>;

const readPatch = /* @__PURE__ */ (() => {
  const op = asGiven;
  const path = readAnyText;
  const value: Reader<unknown> = (given, at, code) => (given === undefined ? refuse(code, at, "missing", {}) : given);
  return listOf(
    byTag<JsonPatchOperation, "op">("op", {
      add: shapeOf<Operation<"add">>({ op, path, value }),
      remove: shapeOf<Operation<"remove">>({ op, path }),
      replace: shapeOf<Operation<"replace">>({ op, path, value }),
      move: shapeOf<Operation<"move">>({ op, path, from: path }),
      copy: shapeOf<Operation<"copy">>({ op, path, from: path }),
      test: shapeOf<Operation<"test">>({ op, path, value }),
    }),
  );
})();

type Container = unknown[] | Record<string, unknown>;

/** A document under change, as the only member of an object; what was copied once is its own, and is changed where it stands. */
interface Draft {
  readonly document: Record<string, unknown>;
  readonly own: Set<object>;
}

/** The parts of a JSON Pointer, an empty one for the whole document first; null for what is not one. */
const partsOf = (pointer: string): readonly string[] | null =>
  /^(?:\/(?:[^~]|~[01])*)?$/.test(pointer)
    ? pointer.split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    : null;

const isContainer = (found: unknown): found is Container => typeof found === "object" && found !== null;

/** The name under which a container has a member; null where it has none. */
function keyIn(container: Container, part: string): string | null {
  if (Array.isArray(container)) return isIndex(part, container.length) ? part : null;
  return Object.hasOwn(container, part) && container[part] !== undefined ? part : null;
}

/** Whether a part of a pointer names an index of a list of some length. */
const isIndex = (part: string, length: number): boolean => /^(?:0|[1-9]\d{0,8})$/.test(part) && Number(part) < length;

/** The member of a container; undefined where it has none. */
function memberOf(container: unknown, part: string): unknown {
  const key = isContainer(container) ? keyIn(container, part) : null;
  return key === null ? undefined : (container as Readonly<Record<string, unknown>>)[key];
}

const valueAt = ({ document }: Draft, parts: readonly string[]): unknown => parts.reduce<unknown>(memberOf, document);

/** Sets a member, also one by the name of something every object has. */
function put(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
}

/** The container of a place, ready to be changed: a copy, unless it is one already; null where it is not there. */
function holderOf({ document, own }: Draft, parts: readonly string[]): Container | null {
  let holder: Container = document;
  for (const part of parts.slice(0, -1)) {
    let found = memberOf(holder, part);
    if (!isContainer(found)) return null;
    if (!own.has(found)) {
      found = Array.isArray(found) ? [...(found as readonly unknown[])] : { ...found };
      own.add(found as Container);
      put(holder, part, found);
    }
    holder = found as Container;
  }
  return holder;
}

/** Changes a member of its container; false where the place is not there. */
function change(draft: Draft, parts: readonly string[], op: "add" | "remove" | "replace", value?: unknown): boolean {
  const holder = holderOf(draft, parts);
  const last = parts.at(-1);
  if (holder === null || last === undefined) return false;
  if (Array.isArray(holder)) {
    const index = last === "-" && op === "add" ? String(holder.length) : last;
    if (!isIndex(index, holder.length + (op === "add" ? 1 : 0))) return false;
    holder.splice(Number(index), op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    return true;
  }
  if (op !== "add" && keyIn(holder, last) === null) return false;
  if (op === "remove") Reflect.deleteProperty(holder, last);
  else put(holder, last, value);
  return true;
}

/** Why an operation cannot be done, and where; null when it is done. */
function refusalOf(
  draft: Draft,
  operation: JsonPatchOperation,
): { readonly reason: "test-failed" | "no-such-place"; readonly place: string } | null {
  const { path } = operation;
  const parts = partsOf(path);
  const missing = (place: string) => ({ reason: "no-such-place", place }) as const;
  if (parts === null) return missing(path);
  switch (operation.op) {
    case "test": {
      const found = valueAt(draft, parts);
      const isSo = found !== undefined && isSameJson(found, operation.value);
      return isSo ? null : { reason: "test-failed", place: path };
    }
    case "add":
    case "replace":
      return change(draft, parts, operation.op, operation.value) ? null : missing(path);
    case "remove":
      return change(draft, parts, "remove") ? null : missing(path);
    case "move":
    case "copy": {
      const { op, from } = operation;
      const source = partsOf(from);
      const found = source === null ? undefined : valueAt(draft, source);
      if (source === null || found === undefined) return missing(from);
      if (op === "move" && path === from) return null;
      // nothing moves into itself
      const isDone = op === "copy" || (!path.startsWith(`${from}/`) && change(draft, source, "remove"));
      return isDone && change(draft, parts, "add", found) ? null : missing(path);
    }
  }
}

/**
 * A plan with a patch applied to it (按修订记录更新计划书): all of it, or nothing.
 *
 * What the patch tests are its preconditions: a patch of {@link diffPlans} tests which plan and version it is for, and
 * every answer it replaces or removes, so that one that somebody changed in the meantime is not overwritten. Put together
 * what both have done with `mergePlans` instead.
 *
 * @param plan - the plan the patch is for; it is not changed
 * @param patch - operations of JSON Patch, in order
 * @returns the plan the patch makes; or the first operation that cannot be done, or why what it makes is not a plan
 * @throws `strategy-plan/invalid-plan`, or the code of a date, period, decimal, amount or reference, for a plan that cannot
 * be read
 * @throws `strategy-plan/invalid-input` for a patch that is not a list of operations, and for a view of a plan
 * @see RFC 6902; RFC 6901 for the paths
 * @example
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01" } as const;
 * const patch = [{ op: "test", path: "/version", value: "1" }, { op: "replace", path: "/version", value: "2" }] as const;
 * const applied = applyPatch(plan, patch);
 * applied.ok ? applied.plan.version : null // => "2"
 * applyPatch({ ...plan, version: "3" }, patch) // => { ok: false, reason: "test-failed", details: { operation: 0, place: "/version" } }
 * @since 0.1.0
 */
export function applyPatch(plan: StrategyPlan, patch: readonly JsonPatchOperation[]): PatchOutcome {
  readWhole(plan, "plan");
  readPatch(patch, ["patch"], INVALID_INPUT);
  const draft: Draft = { document: { "": plan }, own: new Set() };
  for (const [operation, one] of patch.entries()) {
    const refused = refusalOf(draft, one);
    if (refused === null) continue;
    return { ok: false, reason: refused.reason, details: { operation, place: refused.place } };
  }
  try {
    return { ok: true, plan: readPlan(draft.document[""] as StrategyPlan) };
  } catch (e) {
    if (!isDomainError(e)) throw e;
    const { code, path, details } = e;
    return { ok: false, reason: "not-a-plan", details: { issue: { code, path, details } } };
  }
}

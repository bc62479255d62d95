import { isDomainError, type Path } from "../../core/index.ts";
import { asGiven, byTag, listOf, readAnyText, refuse, shapeOf, type Reader } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { StrategyPlan } from "../types.ts";
import { isSame, readWhole } from "./grain.ts";
import type { PatchRefusal, PatchRefused } from "./patch-refusal.ts";

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

/** A path as a JSON Pointer (RFC 6901). */
export const jsonPointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

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

/** A document under change: what was copied once is its own, and is changed where it stands. */
interface Draft {
  root: unknown;
  readonly own: Set<object>;
}

/** The parts of a JSON Pointer; null for what is not one. */
function partsOf(pointer: string): readonly string[] | null {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

const isContainer = (found: unknown): found is Container => typeof found === "object" && found !== null;

/** The index that a part of a pointer names in a list of some length; null where it names none. */
function indexIn(part: string, length: number): number | null {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(part)) return null;
  const index = Number(part);
  return index < length ? index : null;
}

/** The name under which a container has a member; null where it has none. */
function keyIn(container: Container, part: string): string | number | null {
  if (Array.isArray(container)) return indexIn(part, container.length);
  return Object.hasOwn(container, part) && container[part] !== undefined ? part : null;
}

const memberIn = (container: Container, key: string | number): unknown =>
  (container as Readonly<Record<string | number, unknown>>)[key];

/** What stands at a place. */
function valueAt(root: unknown, parts: readonly string[]): { readonly value: unknown } | null {
  let found: unknown = root;
  for (const part of parts) {
    const key = isContainer(found) ? keyIn(found, part) : null;
    if (!isContainer(found) || key === null) return null;
    found = memberIn(found, key);
  }
  return { value: found };
}

/** Sets a member, also one by the name of something every object has. */
function put(container: Container, key: string | number, own: unknown): void {
  Object.defineProperty(container, key, { value: own, enumerable: true, writable: true, configurable: true });
}

/** A container that may be changed; a copy, unless it is one already. */
function opened(draft: Draft, found: Container): Container {
  if (draft.own.has(found)) return found;
  const copy: Container = Array.isArray(found) ? [...(found as readonly unknown[])] : { ...found };
  draft.own.add(copy);
  return copy;
}

/** The container of a place, ready to be changed; null where it is not there. */
function holderOf(draft: Draft, parts: readonly string[]): Container | null {
  if (!isContainer(draft.root)) return null;
  let holder = opened(draft, draft.root);
  draft.root = holder;
  for (const part of parts.slice(0, -1)) {
    const key = keyIn(holder, part);
    const found = key === null ? null : memberIn(holder, key);
    if (key === null || !isContainer(found)) return null;
    const next = opened(draft, found);
    put(holder, key, next);
    holder = next;
  }
  return holder;
}

function add(draft: Draft, parts: readonly string[], own: unknown): boolean {
  const last = parts.at(-1);
  if (last === undefined) {
    draft.root = own;
    return true;
  }
  const holder = holderOf(draft, parts);
  if (holder === null) return false;
  if (!Array.isArray(holder)) {
    put(holder, last, own);
    return true;
  }
  const index = last === "-" ? holder.length : indexIn(last, holder.length + 1);
  if (index === null) return false;
  holder.splice(index, 0, own);
  return true;
}

function remove(draft: Draft, parts: readonly string[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  const holder = holderOf(draft, parts);
  const key = holder === null ? null : keyIn(holder, last);
  if (holder === null || key === null) return false;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return true;
}

function replace(draft: Draft, parts: readonly string[], own: unknown): boolean {
  const last = parts.at(-1);
  if (last === undefined) {
    draft.root = own;
    return true;
  }
  const holder = holderOf(draft, parts);
  const key = holder === null ? null : keyIn(holder, last);
  if (holder === null || key === null) return false;
  put(holder, key, own);
  return true;
}

/** Why an operation cannot be done, and where; null when it is done. */
function refusalOf(
  draft: Draft,
  operation: JsonPatchOperation,
): { readonly reason: Exclude<PatchRefusal, "not-a-plan">; readonly place: string } | null {
  const { path } = operation;
  const parts = partsOf(path);
  const missing = (place: string) => ({ reason: "no-such-place", place }) as const;
  if (parts === null) return missing(path);
  const unless = (done: boolean) => (done ? null : missing(path));
  switch (operation.op) {
    case "test": {
      const found = valueAt(draft.root, parts);
      return found !== null && isSame(found.value, operation.value) ? null : { reason: "test-failed", place: path };
    }
    case "add":
      return unless(add(draft, parts, operation.value));
    case "replace":
      return unless(replace(draft, parts, operation.value));
    case "remove":
      return unless(remove(draft, parts));
    case "move":
    case "copy": {
      const { from } = operation;
      const source = partsOf(from);
      const found = source === null ? null : valueAt(draft.root, source);
      if (source === null || found === null) return missing(from);
      if (operation.op === "copy") return unless(add(draft, parts, found.value));
      // nothing moves into itself
      if (path.startsWith(`${from}/`)) return missing(path);
      return path === from ? null : unless(remove(draft, source) && add(draft, parts, found.value));
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
  const draft: Draft = { root: plan, own: new Set() };
  for (const [operation, one] of patch.entries()) {
    const refused = refusalOf(draft, one);
    if (refused === null) continue;
    return { ok: false, reason: refused.reason, details: { operation, place: refused.place } };
  }
  try {
    return { ok: true, plan: readPlan(draft.root as StrategyPlan) };
  } catch (e) {
    if (!isDomainError(e)) throw e;
    const { code, path, details } = e;
    return { ok: false, reason: "not-a-plan", details: { issue: { code, path, details } } };
  }
}

import type { ClientErrorCode } from "../client/index.ts";
import type { PlanDocumentLabelKey, ReasonOf } from "../rendering/index.ts";

/**
 * The key of a label (标签): `<kind>.<id>`, where the ids of a kind are the literals of a type in a room.
 *
 * A new literal in a room makes a new key here, and a label set without it does not compile.
 */
export type LabelKey = PlanDocumentLabelKey | `clientIssue.${ReasonOf<ClientErrorCode>}`;

/** A complete set of labels in one language: one text for every key, none more. */
export type Labels = Readonly<Record<LabelKey, string>>;

/** The languages the library has labels in, as BCP 47 tags. */
export type LabelTag = "zh-Hans" | "zh-Hant-HK" | "en";

/** The kind part of a key: `"valueHead.direct"` → `"valueHead"`. */
export type LabelKind = LabelKey extends `${infer Kind}.${string}` ? Kind : never;

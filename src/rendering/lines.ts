import { isDomainError, type Path } from "../core/index.ts";
import { refuse } from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { tell, type Reason, type Words } from "../telling/index.ts";
import type { RenderingErrorCode } from "./errors.ts";
import { isMoney } from "./plan/told.ts";

/** The label of an id that comes with the bank's own card or policy; a set without it is refused. */
export function ownLabel(labels: Words, key: string): string {
  const text = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (typeof text === "string") return text;
  const code: RenderingErrorCode = "rendering/invalid-option";
  return refuse(code, ["options", "labels", key], "no label", {});
}

/** A line of a result in words; one that cannot be told is refused at its place. */
export function lineText(line: object, labels: Words, path: Path, code: RenderingErrorCode): string {
  try {
    return tell(line as Reason, labels);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const [, fact] = error.path;
    return refuse(code, fact === undefined ? path : [...path, fact], "cannot be told", { reason: error.code });
  }
}

/** A line with its facts and its labels apart. */
interface LabelledLine {
  readonly line: string;
  readonly values: object;
}

/** The same for a line with amounts, which are written as the page writes them. */
export function lineWithAmounts(
  line: LabelledLine,
  labels: Words,
  path: Path,
  code: RenderingErrorCode,
  exact: (amount: Money) => string,
): string {
  const sentence = labels[line.line];
  const amounts = Object.entries(line.values).filter((entry): entry is [string, Money] => isMoney(entry[1]));
  if (typeof sentence !== "string" || amounts.length === 0) return lineText(line, labels, path, code);
  const written = Object.fromEntries(amounts.map(([name, amount]) => [name, exact(amount)]));
  const own = { ...labels, [line.line]: sentence.replaceAll(":money}", "}") };
  return lineText({ ...line, values: { ...line.values, ...written } }, own, path, code);
}

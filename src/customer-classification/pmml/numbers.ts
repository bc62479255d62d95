import type { ScaledInteger } from "../../core/index.ts";
import { coefficientAt } from "../../core/inner.ts";
import { shortest } from "../card/short-decimal.ts";
import { refuseInvalid } from "./refusals.ts";
import type { PmmlElement } from "./element.ts";

/** A number as XML writes it. */
const REAL = /^([+-]?)(\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Most characters of a number. */
const MAX_LENGTH = 100;

/** A number as XML and JavaScript write it, exactly; null for anything else. */
export function tryReal(text: string): ScaledInteger | null {
  const trimmed = text.trim();
  const [match, sign = "", whole = "", fraction = "", exponent = "0"] = REAL.exec(trimmed) ?? [];
  if (match === undefined || trimmed.length > MAX_LENGTH || whole + fraction === "") return null;
  const coefficient = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return shortest(
    scale >= 0 ? { coefficient, scale } : { coefficient: coefficientAt(0, { coefficient, scale }), scale: 0 },
  );
}

/** An attribute, or what stands for it, that is a number. */
export function readReal(text: string, element: PmmlElement, name: string): ScaledInteger {
  return tryReal(text) ?? refuseInvalid("malformed-value", element, { name, value: text });
}

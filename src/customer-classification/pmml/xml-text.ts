import { refuse } from "../../core/inner.ts";
import type { Path } from "../../core/index.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";

/** An element to be written: its name, its attributes in order, and what is inside it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlNode[];
  readonly text?: string;
}

/** An element with children. */
export function node(name: string, attributes: XmlNode["attributes"] = {}, children: readonly XmlNode[] = []): XmlNode {
  return { name, attributes, children };
}

/** What XML cannot hold in any way of writing it. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Signs that would be read as something else. */
const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

const escaped = (text: string): string => text.replaceAll(/[&<>"\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);

/** Refuses a text that XML cannot hold. */
export function readWritable(text: string, path: Path): string {
  if (!UNWRITABLE.test(text)) return text;
  return refuse(
    "customer-classification/unsupported-pmml" satisfies CustomerClassificationErrorCode,
    path,
    "character",
    {
      reason: "character",
    },
  );
}

/** JSON in which every character is one of XML. */
export function jsonText(json: string): string {
  return json.replaceAll(/[\uFFFE\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Writes an element and what is inside it, each on a line of its own. */
export function writeXml({ name, attributes, children, text }: XmlNode, indent = ""): string {
  const members = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(String(value))}"`,
  );
  const open = `${indent}<${name}${members.join("")}`;
  if (text !== undefined) return `${open}>${escaped(text)}</${name}>\n`;
  if (children.length === 0) return `${open}/>\n`;
  const inside = children.map((child) => writeXml(child, `${indent}  `));
  return `${open}>\n${inside.join("")}${indent}</${name}>\n`;
}

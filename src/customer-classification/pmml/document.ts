import { parseXml, XmlElement, XmlText, type XmlDocument } from "@rgrove/parse-xml";
import { describeValue } from "../../core/index.ts";
import type { PmmlElement } from "./element.ts";
import { refuseInvalid } from "./refusals.ts";

/** How long and how deep a document may be. */
export interface PmmlLimits {
  /** Most characters, as `xml.length` counts them. */
  readonly maxLength: number;
  /** Most elements inside one another. */
  readonly maxDepth: number;
}

const NAMESPACE = /^http:\/\/www\.dmg\.org\/PMML-(4)_([1-4])$/;

/** Where the markup that begins at `start` ends; -1 when it does not. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const sign = xml[at];
    if (sign === ">") return at;
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** What begins with a sign of its own and ends with another, whatever is in between. */
const SECTIONS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/**
 * Looks for what is refused before anything is parsed: a document type, which is where entities are declared, and
 * elements nested deeper than the limit. It goes over the text once; where the markup is broken it stops, because the
 * parser will refuse it at the same place.
 */
function requireHarmless(xml: string, maxDepth: number): void {
  let depth = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const section = SECTIONS.find(([begin]) => xml.startsWith(begin, at));
    if (section !== undefined) {
      const [begin, end] = section;
      const ends = xml.indexOf(end, at + begin.length);
      if (ends < 0) return;
      at = ends + end.length;
    } else if (xml.startsWith("<!DOCTYPE", at)) {
      refuseInvalid("document-type", null);
    } else {
      const end = endOfTag(xml, at);
      if (end < 0) return;
      if (xml[at + 1] === "/") depth--;
      else if (xml[end - 1] !== "/") depth++;
      if (depth > maxDepth) refuseInvalid("nested-too-deep", null, { limit: maxDepth });
      at = end + 1;
    }
  }
}

function parse(xml: string): XmlDocument {
  try {
    // line ends as XML reads them, so that the parser finds none to replace one by one
    return parseXml(xml.replaceAll(/\r\n?/g, "\n"));
  } catch (error) {
    const { line, column } = error as { readonly line?: unknown; readonly column?: unknown };
    const place = typeof line === "number" && typeof column === "number" ? { line, column } : {};
    return refuseInvalid("not-well-formed", null, place);
  }
}

/** The namespace that a prefix stands for at an element. */
function namespaceAt(element: XmlElement, prefix: string): string | undefined {
  const attribute = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  for (let at: unknown = element; at instanceof XmlElement; at = at.parent) {
    const namespace = at.attributes[attribute];
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

/** A name without its prefix, and the prefix, empty where there is none. */
function partsOf(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(":");
  return { prefix: name.slice(0, Math.max(colon, 0)), local: name.slice(colon + 1) };
}

function copyOf(source: XmlElement, parent: PmmlElement | null, namespace: string): PmmlElement {
  const { prefix, local } = partsOf(source.name);
  const children: PmmlElement[] = [];
  const element: PmmlElement = {
    // the name of an element of another namespace is none of PMML
    name: namespaceAt(source, prefix) === namespace ? local : `${prefix}:${local}`,
    attributes: Object.fromEntries(
      Object.entries(source.attributes).filter(([name]) => name !== "xmlns" && !name.includes(":")),
    ),
    children,
    text: source.children.map((node) => (node instanceof XmlText ? node.text : "")).join(""),
    parent,
  };
  for (const child of source.children) {
    if (child instanceof XmlElement) children.push(copyOf(child, element, namespace));
  }
  return element;
}

/** The version that a namespace and the attribute of the root agree on; refuses any other. */
function namespaceOf(root: XmlElement): string {
  const { prefix, local } = partsOf(root.name);
  if (local !== "PMML") refuseInvalid("not-pmml", null, { name: root.name });
  const namespace = namespaceAt(root, prefix) ?? "";
  const [, major, minor] = NAMESPACE.exec(namespace) ?? refuseInvalid("unknown-version", null, { value: namespace });
  const { version = "" } = root.attributes;
  const stated = `${String(major)}.${String(minor)}`;
  if (version !== stated && !version.startsWith(`${stated}.`)) {
    refuseInvalid("unknown-version", null, { name: "version", value: version });
  }
  return namespace;
}

/** Reads a text as a PMML document, without entities, within limits. */
export function readDocument(xml: string, { maxLength, maxDepth }: PmmlLimits): PmmlElement {
  const text: unknown = xml;
  if (typeof text !== "string") return refuseInvalid("not-a-text", null, { received: describeValue(text) });
  if (text.length > maxLength) refuseInvalid("too-long", null, { limit: maxLength });
  requireHarmless(text, maxDepth);
  const { root } = parse(text);
  if (root === null) return refuseInvalid("not-well-formed", null);
  return copyOf(root, null, namespaceOf(root));
}

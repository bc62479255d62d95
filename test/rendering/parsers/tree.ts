import type { DefaultTreeAdapterMap } from "parse5";

/** A node as parse5 makes it. */
export type Node = DefaultTreeAdapterMap["childNode"];

/** An element as parse5 makes it. */
export type Element = DefaultTreeAdapterMap["element"];

/** The elements right inside another. */
export function elementsIn(parent: { readonly childNodes: readonly Node[] }): readonly Element[] {
  return parent.childNodes.filter((node): node is Element => "tagName" in node);
}

/** An element and all those inside, in the order of the page. */
export function withinOf(element: Element): readonly Element[] {
  return [element, ...elementsIn(element).flatMap(withinOf)];
}

/** The text of a node, with its breaks as line feeds. */
export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  return node.nodeName === "br" ? "\n" : node.childNodes.map(textOf).join("");
}

/** The attributes of an element, by name. */
export function attributesOf(element: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

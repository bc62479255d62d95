/** An element of a PMML document; attributes and children without those of other namespaces. */
export interface PmmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PmmlElement[];
  /** The text right inside it. */
  readonly text: string;
  readonly parent: PmmlElement | null;
}

/** The elements from the root down to one, with its number among those of its name where there are several. */
export function stepsTo(element: PmmlElement | null): string[] {
  if (element === null) return [];
  const { name, parent } = element;
  const alike = parent?.children.filter((child) => child.name === name) ?? [];
  const step = alike.length > 1 ? `${name}[${String(alike.indexOf(element) + 1)}]` : name;
  return [...stepsTo(parent), step];
}

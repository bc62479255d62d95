/** An element of a PMML document; attributes and children without those of other namespaces. */
export interface PmmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PmmlElement[];
  /** The text right inside it. */
  readonly text: string;
  readonly parent: PmmlElement | null;
}

/** How the children of an element are called on a path; made once for each parent, because there may be many. */
const childSteps = /* @__PURE__ */ new WeakMap<PmmlElement, ReadonlyMap<PmmlElement, string>>();

function stepsOfChildren({ children }: PmmlElement): ReadonlyMap<PmmlElement, string> {
  const byName = new Map<string, PmmlElement[]>();
  for (const child of children) {
    const alike = byName.get(child.name);
    if (alike === undefined) byName.set(child.name, [child]);
    else alike.push(child);
  }
  const steps = [...byName].flatMap(([name, alike]) =>
    alike.map((child, index) => [child, alike.length > 1 ? `${name}[${String(index + 1)}]` : name] as const),
  );
  return new Map(steps);
}

/** The elements from the root down to one, with its number among those of its name where there are several. */
export function stepsTo(element: PmmlElement | null): string[] {
  if (element === null) return [];
  const { name, parent } = element;
  if (parent === null) return [name];
  const steps = childSteps.get(parent) ?? stepsOfChildren(parent);
  childSteps.set(parent, steps);
  return [...stepsTo(parent), steps.get(element) ?? name];
}

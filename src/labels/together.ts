type Together<Parts extends readonly object[]> = Parts extends readonly [infer First, ...infer Rest extends object[]]
  ? First & Together<Rest>
  : unknown;

/**
 * The words of several rooms as one set. By itself, and without side effects, so that a bundle that takes one room
 * leaves out the others.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function together<const Parts extends readonly object[]>(...parts: Parts): Readonly<Together<Parts>> {
  return Object.freeze(Object.assign({}, ...parts)) as Readonly<Together<Parts>>;
}

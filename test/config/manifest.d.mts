export interface Manifest {
  readonly groups: readonly {
    readonly heading: string;
    readonly exports: readonly { readonly name: string; readonly isType: boolean }[];
  }[];
  /** Exports above the first heading. */
  readonly loose: readonly { readonly name: string }[];
  readonly path: readonly string[];
}
export function manifestOf(file: string): Manifest;

export interface Entry {
  readonly file: string;
  readonly entry: string;
  readonly subpath: string;
}
export const entries: readonly Entry[];
export const doors: readonly Entry[];

export interface Room {
  readonly room: string;
  readonly floor: number | "side";
  readonly group: string;
  readonly guide: string;
  readonly says: string;
  readonly folders?: Readonly<Record<string, string>>;
}
export const rooms: readonly Room[];
export const floors: readonly { readonly floor: number; readonly rooms: readonly string[] }[];
export const side: readonly string[];

/** A row one of whose members has another name, as when it is misspelt: it lacks the member that was meant. */
export function renamed<T extends object>(row: T, name: keyof T & string, instead: string): T {
  const { [name]: value, ...rest } = row;
  return { ...rest, [instead]: value } as unknown as T;
}

/** A file of an archive: its name, of ASCII letters, and what is in it. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string;
}

/** Remainders of all bytes in the polynomial of ISO 3309, lowest bit first. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder >>> 0;
});

/**
 * The check sum of an archive's file: CRC-32 of ISO 3309, as ZIP asks for it.
 *
 * @param bytes - any bytes
 * @returns 0 to 2^32 − 1
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, the first day of the format: the same files give the same bytes on any day. */
const FIRST_DAY = 0x0021;
/** The version of the format a reader must know. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;

/**
 * Files as a ZIP archive, stored as they are, in the order given.
 *
 * @param files - with different names
 * @returns the bytes of the archive
 */
export function zipOf(files: readonly ArchiveFile[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries = files.map(({ name, text }) => {
    const content = encoder.encode(text);
    return { name: encoder.encode(name), content, crc: crc32(content) };
  });
  const lengths = entries.map(({ name, content }) => name.length * 2 + content.length + LOCAL_HEADER + CENTRAL_HEADER);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, END_RECORD));
  const view = new DataView(bytes.buffer);

  // from the version to the length of what is added: the same in both headers
  const describe = (at: number, { name, content, crc }: (typeof entries)[number]): void => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 2, UTF8_NAMES, true);
    view.setUint16(at + 8, FIRST_DAY, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, content.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, name.length, true);
  };

  let at = 0;
  const placed = entries.map((entry) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    describe(at + 4, entry);
    bytes.set(entry.name, at + LOCAL_HEADER);
    bytes.set(entry.content, at + LOCAL_HEADER + entry.name.length);
    at += LOCAL_HEADER + entry.name.length + entry.content.length;
    return { entry, start };
  });
  const directory = at;
  for (const { entry, start } of placed) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    describe(at + 6, entry);
    view.setUint32(at + 42, start, true);
    bytes.set(entry.name, at + CENTRAL_HEADER);
    at += CENTRAL_HEADER + entry.name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

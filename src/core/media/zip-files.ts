/** A file in a ZIP archive, as the archive has it. */
export interface ZipFile {
  readonly name: string;
  /** Whether {@link data} is compressed with Deflate. */
  readonly isDeflated: boolean;
  readonly data: Uint8Array;
  /** What the archive says of its bytes. The data may be longer. */
  readonly size: number;
}

/** A file that is not a ZIP archive as far as it is read here. The message is a clause. */
export class ZipError extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
/** The comment at the end of an archive has two bytes for its length. */
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * Lists the files of a ZIP archive, without those of 4 GiB and more, and without those that are encrypted or
 * compressed by anything but Deflate.
 *
 * @throws ZipError
 */
export function zipFiles(archive: Uint8Array, mostFiles: number): ZipFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostFiles) throw new ZipError(`it has ${count} files`);
  const files: ZipFile[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY)
      throw new ZipError('its list of files is damaged');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(
      archive.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    );
    const file = fileAt(archive, view, at);
    if (file !== null) files.push({ name, ...file });
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return files;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ZipError('its end is missing');
}

/** @returns null for an encrypted file, or one that is compressed in another way */
function fileAt(archive: Uint8Array, view: DataView, entry: number): Omit<ZipFile, 'name'> | null {
  const flags = view.getUint16(entry + 8, true);
  const method = view.getUint16(entry + 10, true);
  if ((flags & 1) !== 0 || (method !== STORED && method !== DEFLATED)) return null;
  const [bytes, size, header] = [20, 24, 42].map((offset) =>
    view.getUint32(entry + offset, true),
  ) as [number, number, number];
  if (header + HEADER_BYTES > entry || view.getUint32(header, true) !== HEADER)
    throw new ZipError('its list of files is damaged');
  const start =
    header + HEADER_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + bytes > archive.length) throw new ZipError('a file of it is cut');
  return { isDeflated: method === DEFLATED, data: archive.subarray(start, start + bytes), size };
}

/** What the structure of a file tells about its length and its damage. */
export interface FileExtent {
  /** Number of bytes in the file. */
  readonly bytes: number;
  /** Number of bytes that the file declares. Null if it declares none, or if all of them are present. */
  readonly declaredBytes: number | null;
  /** The part in whose middle the file ends, or null. */
  readonly truncatedIn: string | null;
  /** True if `truncatedIn` alone shows that more than a frame or two is missing. */
  readonly isClearlyTruncated: boolean;
  /** Number of zero bytes at the end. In some formats, an intact file can end with zeros. */
  readonly zeroTail: number;
  /** Number of zero bytes at the end that certainly replace media. */
  readonly lostZeros: number;
  /** Exact length of the sound as declared, in seconds, or null. */
  readonly soundSeconds: number | null;
  /** A clause that says how much of an incomplete picture is present, or null. */
  readonly missingPicture: string | null;
  /** A clause that says what is wrong inside the file, or null. */
  readonly corruption: string | null;
  /** The missing part without which the file cannot be read, or null. */
  readonly missingPart: string | null;
}

export const INTACT_FILE: Omit<FileExtent, 'bytes'> = {
  declaredBytes: null,
  truncatedIn: null,
  isClearlyTruncated: false,
  zeroTail: 0,
  lostZeros: 0,
  soundSeconds: null,
  missingPicture: null,
  corruption: null,
  missingPart: null,
};

/** What the structure of a file says of its own extent. */
export interface FileExtent {
  /** Bytes that there are. */
  readonly bytes: number;
  /** Bytes that there would be by its own account; null: it does not say, or they are there. */
  readonly declaredBytes: number | null;
  /** In the middle of what it ends; null: of nothing. */
  readonly truncatedIn: string | null;
  /** True when that alone shows that more is missing than a frame or two. */
  readonly isClearlyTruncated: boolean;
  /** Bytes of zeros that it ends with; of formats in which that can be as it should, too. */
  readonly zeroTail: number;
  /** Bytes of zeros at its end that are sure to stand in the place of media. */
  readonly lostZeros: number;
  /** Length of the sound that it says exactly, in seconds, or null. */
  readonly soundSeconds: number | null;
  /** What is there of a picture that is not whole, as a clause, or null. */
  readonly missingPicture: string | null;
  /** What in the midst of it is not as it should be, as a clause, or null. */
  readonly corruption: string | null;
  /** What it lacks so that nothing can be made of it, or null. */
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

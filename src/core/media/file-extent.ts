/** What the structure of a file says of its own extent. */
export interface FileExtent {
  /** Bytes that there are. */
  readonly bytes: number;
  /** Bytes that there would be by its own account; null: it does not say, or they are there. */
  readonly wholeBytes: number | null;
  /** In the middle of what it ends; null: of nothing. */
  readonly endsIn: string | null;
  /** True when that alone shows that more is missing than a frame or two. */
  readonly endsShort: boolean;
  /** Bytes of zeros that it ends with; of formats in which that can be as it should, too. */
  readonly zeroTail: number;
  /** Bytes of zeros at its end that are sure to stand in the place of media. */
  readonly zeros: number;
  /** Length of the sound that it says exactly, in seconds, or null. */
  readonly soundSeconds: number | null;
  /** What is there of a picture that is not whole, as a clause, or null. */
  readonly picture: string | null;
  /** What in the midst of it is not as it should be, as a clause, or null. */
  readonly spoilt: string | null;
  /** What it lacks so that nothing can be made of it, or null. */
  readonly lacks: string | null;
}

export const NOTHING_AMISS: Omit<FileExtent, 'bytes'> = {
  wholeBytes: null,
  endsIn: null,
  endsShort: false,
  zeroTail: 0,
  zeros: 0,
  soundSeconds: null,
  picture: null,
  spoilt: null,
  lacks: null,
};

/** IDs of phones, in order; at least one. */
export type Pronunciation = readonly number[];
/** The pronunciations of one spoken word. */
export type SpokenWord = readonly Pronunciation[];
/** The spoken words of one way to read a written word: "twelve fifty" for "1,250", for example. */
export type Reading = readonly SpokenWord[];

/** A written word and everything that may be said for it. */
export interface ScriptToken {
  /** A token without readings, or with only an empty one, has no sound. */
  readonly readings: readonly Reading[];
  /** True when something other than the readings may be said, as for a name or a web address. */
  readonly isDoubtful: boolean;
}

/** Labels of graph nodes that are not words of the script. */
export const SILENCE = -1;
export const OTHER_SPEECH = -2;
/** Label of a node inside a word. */
export const NO_LABEL = -3;

/** Costs in nats, relative to the gain of the background model. */
export interface SearchCosts {
  readonly silence: number;
  /** Other speech starts between two words. */
  readonly otherSpeech: number;
  /** Each frame of other speech. */
  readonly otherSpeechFrame: number;
  /** Each frame of other speech next to a doubtful word. */
  readonly doubtfulSpeechFrame: number;
  /** The first of several words that are not said. */
  readonly skip: number;
  /** Each further word that is not said. */
  readonly skipMore: number;
  /** A doubtful word is not said as any of its readings. */
  readonly skipDoubtful: number;
  /** Each frame of silence where voice activity is detected. */
  readonly silenceInSpeech: number;
  /** Each frame of speech where no voice activity is detected. */
  readonly speechInPause: number;
}

/** A phone with three states, or other speech with one state. */
export interface GraphNode {
  /** Index of the first senone in the model's sequences; -1 for other speech. */
  readonly sequence: number;
  readonly phone: number;
  /** What starts at this node: the index of a token, `SILENCE`, `OTHER_SPEECH` or `NO_LABEL`. */
  readonly label: number;
  readonly next: number[];
  /** Cost of a frame of other speech. */
  readonly frameCost: number;
  /** Index of the boundary that follows when the node ends a word before silence; else -1. */
  boundary: number;
}

/** A skip past the token that starts at a word boundary. */
export interface TokenSkip {
  /** Index of the boundary after the token. */
  readonly to: number;
  /** Cost when the token before was not skipped. */
  readonly first: number;
  /** Cost when the token before was skipped too. */
  readonly more: number;
}

/** The place between two words: every path into it may leave it in every way. */
export interface WordBoundary {
  readonly entries: { readonly node: number; readonly cost: number }[];
  skip: TokenSkip | null;
}

/** Everything that a script may sound like. Boundaries are in script order. */
export interface ScriptGraph {
  readonly nodes: readonly GraphNode[];
  readonly boundaries: readonly WordBoundary[];
}

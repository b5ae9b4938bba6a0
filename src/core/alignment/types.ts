/** Ids of phones, in order; at least one. */
export type Pronunciation = readonly number[];
/** The ways one spoken word is pronounced. */
export type SpokenWord = readonly Pronunciation[];
/** The spoken words that a written word may stand for: "1,250" as "twelve fifty", for one. */
export type Reading = readonly SpokenWord[];

/** A written word and all that may be said for it. */
export interface ScriptToken {
  /** Without any, or with only an empty one, the word has no sound. */
  readonly readings: readonly Reading[];
  /** True when none of the readings may be what is said, as of a name or an address. */
  readonly isDoubtful: boolean;
}

/** Labels of what is no word of the script. */
export const SILENCE = -1;
export const OTHER_SPEECH = -2;
/** Of a node inside a word. */
export const NO_LABEL = -3;

/** Costs in nats, relative to what the background model gains. */
export interface SearchCosts {
  readonly silence: number;
  /** Other speech begins between two words. */
  readonly otherSpeech: number;
  /** Each frame of it. */
  readonly otherSpeechFrame: number;
  /** Each frame of it where a doubtful word stands. */
  readonly doubtfulSpeechFrame: number;
  /** A word is not said; the first of several. */
  readonly skip: number;
  /** Each further one. */
  readonly skipMore: number;
  /** Each frame of silence where somebody speaks, and of words where nobody does. */
  readonly silenceInSpeech: number;
  readonly speechInPause: number;
  /** A doubtful word is not said as it is read. */
  readonly skipDoubtful: number;
}

/** A node's phone has three states; other speech has one. */
export interface GraphNode {
  /** Start of its senones in the model's sequences; -1: other speech. */
  readonly sequence: number;
  readonly phone: number;
  /** What begins with it: a token's index, `SILENCE`, `OTHER_SPEECH`, or nothing. */
  readonly label: number;
  readonly next: number[];
  /** What a frame of other speech costs. */
  readonly frameCost: number;
  /** Where it leads when it ends a word in silence's context; -1: nowhere. */
  boundary: number;
}

/** Where words meet: any way into it leads to any way out of it. Hubs are in order. */
export interface WordBoundary {
  readonly entries: { readonly node: number; readonly cost: number }[];
  /** Past the token that begins here: to which hub, and what it costs. */
  skip: { readonly to: number; readonly first: number; readonly more: number } | null;
}

/** What a script may sound like. */
export interface ScriptGraph {
  readonly nodes: readonly GraphNode[];
  readonly boundaries: readonly WordBoundary[];
}

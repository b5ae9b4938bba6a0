/** Begins the source of an element whose sound a voice speaks. No author can write such an address. */
const SCHEME = 'voice:';

/** The source of a voice that has not spoken yet. */
export const UNSPOKEN = SCHEME;

/** The source of a voice that has spoken. */
export function spokenAddress(contentHash: string): string {
  return `${SCHEME}${contentHash}`;
}

/** Whether a source is the sound of a voice, which nobody fetches. */
export function isVoiceAddress(src: string): boolean {
  return src.startsWith(SCHEME);
}

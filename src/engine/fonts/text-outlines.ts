import type { GlyphLayer } from '../../core/drawing/glyph-sprites.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { countCommands } from './open-font.js';

/** Lines and curves of the different glyphs in one text, about 200 bytes each. Emoji have up to 4,000. */
const MAX_COMMANDS = 2_000_000;

/** Counts the outlines that a text keeps in memory, each glyph once. */
export class TextOutlines {
  private readonly seen = new Set<readonly GlyphLayer[]>();
  private commands = 0;

  constructor(private readonly family: string) {}

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED before the text takes too much memory */
  add(layers: readonly GlyphLayer[]): void {
    if (this.seen.has(layers)) return;
    this.seen.add(layers);
    this.commands += countCommands(layers);
    if (this.commands <= MAX_COMMANDS) return;
    throw new JobFailure(
      'MEDIA_LIMIT_EXCEEDED',
      `The characters of one text have more than ${MAX_COMMANDS} lines and curves in the font ` +
        `"${this.family}". Use a font with simpler characters, or a shorter text.`,
    );
  }
}

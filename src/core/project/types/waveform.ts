/** What a waveform shows over its width: the sound around the moment, or that of its whole time. */
export const WAVEFORM_MODES = ['live', 'progress'] as const;
export type WaveformMode = (typeof WAVEFORM_MODES)[number];

export const WAVEFORM_STYLES = ['mirrored', 'bars', 'line', 'wave'] as const;
export type WaveformStyle = (typeof WAVEFORM_STYLES)[number];

/** Which of the sounds that are heard a waveform shows: all of them, or only speech. */
export const WAVEFORM_SOUNDS = ['all', 'speech'] as const;
export type WaveformSound = (typeof WAVEFORM_SOUNDS)[number];

/** A drawing of the loudness of sound, which fills its box. */
export interface Waveform {
  readonly sound: WaveformSound;
  readonly mode: WaveformMode;
  readonly style: WaveformStyle;
  /** `#RRGGBBAA` in uppercase. */
  readonly color: string;
  /** Of the part that has not been played; only in the mode `progress`. */
  readonly offColor: string;
  /** Number of bars, or of points of a line. */
  readonly bars: number;
  /** The part of a bar's place that is empty, 0 to 1. */
  readonly gap: number;
  /** The radius of the ends of bars, as a share of half of their width. */
  readonly roundness: number;
  /** Pixels of the output, or null for a share of the height. */
  readonly lineWidth: number | null;
  /** Multiplied with the height. At 1, the loudest moment fills the box. */
  readonly amplitude: number;
  /** How much sound shows at once in the mode `live`. */
  readonly spanMs: number;
}

/** Times are in seconds from the start of the video. Pointers are JSON pointers of elements in the config. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface FrameSpan extends Span {
  readonly startFrame: number;
  /** Exclusive. */
  readonly endFrame: number;
}

export interface SceneSpan extends FrameSpan {
  readonly pointer: string;
  /** How long the scene before is still visible. */
  readonly transitionSeconds: number;
}

/** In pixels of the video. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture, a video, a shape, a text, or a group. What is in a group follows it. */
export interface ClipSpan extends FrameSpan {
  readonly pointer: string;
  readonly type: 'image' | 'video' | 'shape' | 'text' | 'group';
  /** Where it shows, before it is cropped or turned. Null if nothing of a text shows. */
  readonly box: Box | null;
}

export interface SoundSpan extends Span {
  readonly pointer: string;
  readonly isSpeech: boolean;
  readonly peaksPerSecond: number;
  /** A byte for each peak, in base64. 255 is full scale. */
  readonly peaks: string;
}

export interface WordSpan extends Span {
  readonly word: string;
  /** The clip or speaker that says it. */
  readonly track: number;
}

export interface CaptionSpan extends Span {
  /** Lines are separated by line feeds. */
  readonly text: string;
  readonly track: number;
}

/** What happens when in a video. */
export interface TimelineDescription {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly frames: number;
  readonly durationSeconds: number;
  readonly scenes: readonly SceneSpan[];
  readonly clips: readonly ClipSpan[];
  readonly sounds: readonly SoundSpan[];
  readonly words: readonly WordSpan[];
  /** Null without captions. */
  readonly wordTiming: { readonly method: string; readonly language: string } | null;
  readonly captions: readonly CaptionSpan[];
  readonly warnings: readonly string[];
}

import type { ImportOptions } from '../importer.js';
import { Members } from '../members.js';
import type { Report } from '../report.js';
import type { JsonObject } from '../../../util/json-object.js';
import type { OwnObject } from '../own-object.js';

/** A text that shows what is spoken. */
export interface Transcript {
  readonly props: Members;
  readonly stage: Stage;
}

/** Something with a sound, and the names of it and of the compositions around it. */
export interface Sound {
  readonly own: OwnObject;
  readonly names: readonly string[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the parts of a RenderScript need to know to be translated. */
export interface Script {
  readonly report: Report;
  readonly options: ImportOptions;
  /** Size of the output in pixels. */
  readonly frame: Size;
  /** Pixels of the output for a pixel of the script. */
  readonly scale: number;
  /** Whether a picture is rendered, in which nothing has a time. */
  readonly isStill: boolean;
  /** Addresses of the fonts that the script brings along, by family in lowercase. */
  readonly fonts: ReadonlyMap<string, string>;
  /** Takes the texts that are subtitles. */
  readonly transcripts: Transcript[];
  /** Takes everything that can be heard. */
  readonly sounds: Sound[];
  /** Translates the elements of a composition, in the order in which they are painted. */
  readonly translateElements: (elements: readonly Members[], stage: Stage) => OwnObject[];
  /** How many elements may still be made in addition to those of the script. */
  readonly copies: { left: number };
}

/** The composition in which an element is: its size in pixels of the output, and its length. */
export interface Stage extends Size {
  readonly script: Script;
  /** Seconds; null if it follows from media. */
  readonly seconds: number | null;
  /** When it starts in the video, in seconds, or null. */
  readonly from: number | null;
  /** The names of the compositions around its elements, in lowercase. */
  readonly names: readonly string[];
  /** How many groups are around its elements. */
  readonly depth: number;
}

/** Groups can be nested that deep in a video config. */
export const MOST_GROUPS = 5;

/** `fillColor` and `fill_color` are the same, and so are `backgroundXPadding` and `background_x_padding`. */
export const spell = (written: string) =>
  written
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

/** The properties of an object of a RenderScript. */
export const propsOf = (object: JsonObject, pointer: string) => new Members(object, pointer, spell);

/** The names by which an element can be meant, in lowercase. */
export const namesOf = (props: Members) =>
  ['id', 'name']
    .map((name) => props.get(name))
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .map((name) => name.toLowerCase());

import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import type { ImportOptions, Translation } from '../importer.js';
import { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { Report } from '../report.js';
import { translationOf } from '../translation-of.js';
import { noteDestinations, translateCallback } from './delivery.js';
import type { Edit } from './edit.js';
import { colorIn, noteUnread, objectIn } from './fields.js';
import { customFonts } from './fonts.js';
import { withMergeFields } from './merge.js';
import { translateOutput } from './output.js';
import { translateTimeline } from './timeline.js';

/** Root fields that never change the picture or the sound. */
const WITHOUT_EFFECT = ['disk', 'instance', 'id', 'name', 'owner', 'template'];

/**
 * Translates an edit to a video config. Everything that comes out differently, or not at all, is a note or an issue. Never throws.
 * Its work grows with the edit and with the texts of its merge fields.
 */
export function translateEdit(config: JsonObject, options: ImportOptions): Translation {
  const report = new Report();
  const given = new Members(withMergeFields(config, report), '');
  const own = new OwnObject('');
  for (const name of WITHOUT_EFFECT) given.get(name);
  const output = objectIn(given, 'output', report);
  const { frame, factor, isMuted, range } = translateOutput(output, own, report);
  noteDestinations(output, report);
  noteUnread(output, report);
  const timeline = new Members(objectOf(given.get('timeline')), given.at('timeline'));
  timeline.get('cache');
  const background = colorIn(timeline, 'background', report);
  const fonts = customFonts(timeline, report);
  const edit: Edit = {
    ...{ frame, factor, isMuted, fonts, report, options },
    skipped: range.start,
    saidFonts: new Set(),
  };
  const scene = new OwnObject(timeline.pointer);
  if (background !== null)
    scene.set('background-color', background.slice(0, 7), timeline.at('background'));
  const captions = translateTimeline(timeline, scene, { edit, length: range.length });
  noteUnread(timeline, report);
  own.setList('scenes', [scene], timeline.pointer);
  if (captions !== null) own.setList('elements', [captions], captions.origin);
  translateCallback(given, own, report);
  noteUnread(given, report);
  return translationOf(own, report);
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

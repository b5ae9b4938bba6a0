import { video } from '../document/index.js';
import { findSubtitles } from '../document/subtitles.js';

type Fields = Readonly<Record<string, unknown>>;

/** The settings of the captions as they are written; empty if there are none. */
export function captionSettings(): Fields {
  const pointer = findSubtitles(video.value.value);
  return pointer === null ? {} : ((video.valueAt(`${pointer}/settings`) as Fields | null) ?? {});
}

/** The value of a setting, however its name is written; undefined for the default. */
export function settingOf(settings: Fields, name: string): unknown {
  return settings[name] ?? settings[name.replaceAll('-', '_')];
}

/** A setting as text; null if it is not set, or no plain value. */
export function textOf(settings: Fields, name: string): string | null {
  const value = settingOf(settings, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Changes a setting. Undefined: the default applies again. */
export function setSetting(name: string, value: unknown): void {
  const pointer = findSubtitles(video.value.peek());
  if (pointer === null) return;
  const other = name.replaceAll('-', '_');
  const written = video.valueAt(`${pointer}/settings/${other}`) === undefined ? name : other;
  const place = `${pointer}/settings/${written}`;
  if (value === undefined) video.remove(place);
  else video.edit(place, value, { group: `edit:${place}` });
}

/** The words and phrases that have a color of their own. */
export function keywordsOf(settings: Fields): readonly string[] {
  const list = settingOf(settings, 'keywords');
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

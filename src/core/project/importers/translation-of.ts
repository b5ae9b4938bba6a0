import type { Translation } from './importer.js';
import type { OwnObject } from './own-object.js';
import { PointerMap } from './pointer-map.js';
import type { Report } from './report.js';

/** What an importer returns, once its config and its report are complete. */
export function translationOf(own: OwnObject, report: Report): Translation {
  const { issues, notes, awaitsSources } = report;
  const pointers = new PointerMap();
  own.record(pointers);
  const originOf = (pointer: string) => pointers.of(pointer);
  return { config: own.value, issues, notes, originOf, awaitsSources };
}

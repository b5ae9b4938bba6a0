import { isJsonObject } from '../../../util/json-object.js';
import { cssPixels } from '../css.js';
import { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { type ComponentParts, componentElement, fillOf } from './component-parts.js';

/** Rectangles where they stand at the end of their motion. */
export function rectangles(parts: ComponentParts): OwnObject[] {
  return parts.names.flatMap((name) => {
    const item = parts.item(name);
    const moved = item.get('animate');
    const end = new Members(isJsonObject(moved) ? moved : {}, item.at('animate'));
    const given = (side: string) => end.get(side) ?? item.get(`final-${side}`) ?? item.get(side);
    const { area, movie } = parts;
    const across = { frame: movie.frame, whole: area.width };
    const down = { frame: movie.frame, whole: area.height };
    const left = cssPixels(given('left') ?? 0, across) ?? 0;
    const top = cssPixels(given('top') ?? 0, down) ?? 0;
    const width = cssPixels(given('width') ?? '100%', across) ?? area.width - left;
    const height = cssPixels(given('height') ?? '100%', down) ?? area.height - top;
    const fill = fillOf(item.get('background') ?? item.get('background-color') ?? '#FFFFFF');
    if (fill === null) {
      movie.report.note(
        item.pointer,
        'The background of the shape is no color, so the shape is left out.',
      );
      return [];
    }
    const own = componentElement('shape', parts).set('fill', fill, item.pointer);
    own
      .set('x', Math.round(area.x + left), item.pointer)
      .set('y', Math.round(area.y + top), item.pointer);
    own.set('width', Math.max(1, Math.round(width)), item.pointer);
    own.set('height', Math.max(1, Math.round(height)), item.pointer);
    const rotate = parts.element.get('rotate');
    const angle = isJsonObject(rotate) ? rotate['angle'] : rotate;
    if (typeof angle === 'number' && angle !== 0)
      own.set('rotate', angle, parts.element.at('rotate'));
    return [own];
  });
}

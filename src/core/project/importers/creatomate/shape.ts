import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { wrapperOf } from './source-of.js';

/** Root members that only RenderScripts, or requests with them, have. */
const ROOT_NAMES = [
  ...['output_format', 'outputFormat', 'template_id', 'templateId', 'modifications'],
  ...['snapshot_time', 'snapshotTime', 'render_script', 'renderScript'],
];
/** Members that only their elements have. */
const ELEMENT_NAMES = [
  ...['source', 'x_alignment', 'y_alignment', 'x_anchor', 'y_anchor', 'fill_color', 'animations'],
  ...['xAlignment', 'yAlignment', 'xAnchor', 'yAnchor', 'fillColor', 'time', 'transcript_source'],
];

/** True if a config has the shape of a RenderScript, or of a request to render one. It has no scenes. */
export function isRenderScript(config: JsonObject): boolean {
  if (Array.isArray(config['scenes']) || 'timeline' in config || 'clips' in config) return false;
  const wrapper = wrapperOf(config);
  if (wrapper !== null) return isRenderScript(config[wrapper] as JsonObject);
  const { elements } = config;
  const list = Array.isArray(elements) ? elements.filter(isJsonObject) : [];
  // Sources are called `src` in a video config.
  if (list.some((element) => 'src' in element)) return false;
  if (ROOT_NAMES.some((name) => Object.hasOwn(config, name))) return true;
  return list.some(
    (element) =>
      element['type'] === 'composition' ||
      ELEMENT_NAMES.some((name) => Object.hasOwn(element, name)),
  );
}

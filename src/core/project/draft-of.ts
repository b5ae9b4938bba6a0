import { alignNearest } from '../util/align.js';
import type {
  CaptionSettings,
  DrawnElement,
  Length,
  Project,
  ProjectOutput,
  Scene,
  ShapeMask,
  TextElement,
  TimelineElement,
} from './types/index.js';

/** The longer side of a draft in pixels. */
const LONGEST_SIDE = 640;
/** The shortest side of a video that encoders take. */
const SHORTEST_SIDE = 16;

type Scaled = (pixels: number) => number;

/** The same video, smaller and in the fastest quality. Times are unchanged, and lengths in pixels keep their share. */
export function draftOf(project: Project): Project {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(project.width, project.height));
  const scale: Scaled = (pixels) => pixels * factor;
  const { subtitles } = project;
  // The color samples of H.264 cover two pixels.
  const side = (pixels: number) => Math.max(SHORTEST_SIDE, alignNearest(scale(pixels), 2));
  return {
    ...project,
    draft: true,
    width: factor === 1 ? project.width : side(project.width),
    height: factor === 1 ? project.height : side(project.height),
    scenes: project.scenes.map((scene) => draftScene(scene, scale)),
    elements: project.elements.map((element) => draftElement(element, scale)),
    subtitles: subtitles && {
      ...subtitles,
      settings: draftCaptions(subtitles.settings, scale),
    },
    outputs: project.outputs.map(draftOutput),
  };
}

function draftScene(scene: Scene, scale: Scaled): Scene {
  const { captionSettings, elements } = scene;
  return {
    ...scene,
    captionSettings: captionSettings && draftCaptions(captionSettings, scale),
    elements: elements.map((element) => draftElement(element, scale)),
  };
}

function draftOutput(output: ProjectOutput): ProjectOutput {
  return output.type === 'video' ? { ...output, project: draftOf(output.project) } : output;
}

function draftElement(element: TimelineElement, scale: Scaled): TimelineElement {
  if (element.type === 'audio') return element;
  return draftDrawn(element, scale);
}

function draftDrawn(element: DrawnElement, scale: Scaled): DrawnElement {
  const { matte } = element;
  const cutting = matte && { ...matte, element: draftDrawn(matte.element, scale) };
  const offset = (pixels: number | null) => (pixels === null ? null : Math.round(scale(pixels)));
  const size = (pixels: number | null) =>
    pixels === null ? null : Math.max(1, Math.round(scale(pixels)));
  const box = {
    x: offset(element.x),
    y: offset(element.y),
    width: size(element.width),
    height: size(element.height),
  };
  if (element.type === 'text') {
    return { ...element, ...box, matte: cutting, settings: draftText(element.settings, scale) };
  }
  const cornerRadius = draftLength(element.outline.cornerRadius, scale);
  const { border, shadow } = element.outline;
  const outline = {
    ...element.outline,
    cornerRadius,
    border: border && { ...border, width: scale(border.width) },
    shadow: shadow && {
      ...shadow,
      x: scale(shadow.x),
      y: scale(shadow.y),
      blur: scale(shadow.blur),
    },
  };
  const same = { ...box, outline, matte: cutting, mask: draftMask(element.mask, scale) };
  if (element.type === 'group') {
    const elements = element.elements.map((one) => draftElement(one, scale));
    return { ...element, ...same, elements };
  }
  if (element.type === 'shape') {
    const { stroke } = element;
    const thin = stroke && { ...stroke, width: Math.max(1, Math.round(scale(stroke.width))) };
    return { ...element, ...same, stroke: thin };
  }
  const { look } = element;
  const correction = look.correction && {
    ...look.correction,
    blur: scale(look.correction.blur),
  };
  const padding = scale(element.padding);
  return { ...element, ...same, padding, look: { ...look, correction } };
}

function draftMask(mask: ShapeMask | null, scale: Scaled): ShapeMask | null {
  if (mask === null) return null;
  const { x, y, width, height, radius, feather } = mask;
  return {
    ...mask,
    x: draftLength(x, scale),
    y: draftLength(y, scale),
    width: draftLength(width, scale),
    height: draftLength(height, scale),
    radius: draftLength(radius, scale),
    feather: draftLength(feather, scale),
  };
}

function draftText(settings: TextElement['settings'], scale: Scaled): TextElement['settings'] {
  return {
    ...settings,
    fontSize: scale(settings.fontSize),
    letterSpacing: scale(settings.letterSpacing),
    outlineWidth: scale(settings.outlineWidth),
    shadowOffset: scale(settings.shadowOffset),
    boxPadding: scale(settings.boxPadding),
    boxRadius: scale(settings.boxRadius),
  };
}

function draftCaptions(settings: CaptionSettings, scale: Scaled): CaptionSettings {
  return {
    ...settings,
    fontSize: scale(settings.fontSize),
    letterSpacing: scale(settings.letterSpacing),
    outlineWidth: scale(settings.outlineWidth),
    shadowOffset: scale(settings.shadowOffset),
  };
}

function draftLength(length: Length, scale: Scaled): Length {
  return 'px' in length ? { px: Math.round(scale(length.px)) } : length;
}

import { alignNearest } from '../util/align.js';
import { changeProject } from './change-project.js';
import { draftMovement } from './draft-movement.js';
import type {
  CaptionSettings,
  DrawnElement,
  Extent,
  Length,
  Project,
  ProjectOutput,
  Scene,
  ShapeMask,
  TextAnimation,
  TextRun,
  TextSettings,
  TimelineElement,
} from './types/index.js';

/** The longer side of a draft in pixels. */
const LONGEST_SIDE = 640;
/** The shortest side of a video that encoders take. */
const SHORTEST_SIDE = 16;

type Scaled = (pixels: number) => number;

/** The same video, smaller and in the fastest quality. Times are unchanged, and lengths in pixels keep their share. */
export function draftOf(project: Project): Project {
  return changeProject(project, smaller);
}

function smaller(project: Project): Project {
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
    const runs = element.runs.map((run) => draftRun(run, scale));
    return {
      ...element,
      ...box,
      runs,
      matte: cutting,
      settings: draftText(element.settings, scale),
      animateIn: draftAnimation(element.animateIn, scale),
      animateOut: draftAnimation(element.animateOut, scale),
      movement: draftMovement(element.movement, scale),
    };
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
  const same = {
    ...{ ...box, outline, matte: cutting, mask: draftMask(element.mask, scale) },
    margin: draftLength(element.margin, scale),
    movement: draftMovement(element.movement, scale),
  };
  if (element.type === 'group') {
    const elements = element.elements.map((one) => draftElement(one, scale));
    const { waveform } = element;
    if (waveform === undefined) return { ...element, ...same, elements };
    const lineWidth = waveform.lineWidth === null ? null : scale(waveform.lineWidth);
    return { ...element, ...same, elements, waveform: { ...waveform, lineWidth } };
  }
  if (element.type === 'shape') {
    const { stroke } = element;
    const thin = stroke && { ...stroke, width: Math.max(1, Math.round(scale(stroke.width))) };
    return { ...element, ...same, stroke: thin };
  }
  const { look, sourceScale } = element;
  const correction = look.correction && {
    ...look.correction,
    blur: scale(look.correction.blur),
  };
  const drawn = {
    padding: scale(element.padding),
    offset: { x: Math.round(scale(element.offset.x)), y: Math.round(scale(element.offset.y)) },
    sourceScale: element.resize === 'none' ? scale(sourceScale) : sourceScale,
  };
  return { ...element, ...same, ...drawn, look: { ...look, correction } };
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

function draftText(settings: TextSettings, scale: Scaled): TextSettings {
  const extent = ({ px, em }: Extent): Extent => ({ px: scale(px), em });
  const { top, right, bottom, left } = settings.padding;
  return {
    ...settings,
    fontSize: scale(settings.fontSize),
    fontSizeMin: settings.fontSizeMin && scale(settings.fontSizeMin),
    lineHeight: extent(settings.lineHeight),
    letterSpacing: extent(settings.letterSpacing),
    wordSpacing: extent(settings.wordSpacing),
    outlineWidth: extent(settings.outlineWidth),
    shadowX: extent(settings.shadowX),
    shadowY: extent(settings.shadowY),
    shadowBlur: extent(settings.shadowBlur),
    padding: {
      top: extent(top),
      right: extent(right),
      bottom: extent(bottom),
      left: extent(left),
    },
    boxRadius: extent(settings.boxRadius),
    boxBorderWidth: extent(settings.boxBorderWidth),
  };
}

function draftAnimation(animation: TextAnimation | null, scale: Scaled): TextAnimation | null {
  const distance = animation?.distance;
  if (!distance) return animation;
  return { ...animation, distance: { px: scale(distance.px), em: distance.em } };
}

function draftRun({ text, settings }: TextRun, scale: Scaled): TextRun {
  const extent = (given: Extent | null) => given && { px: scale(given.px), em: given.em };
  const { letterSpacing, outlineWidth, fontSize } = settings;
  return {
    text,
    settings: {
      ...settings,
      letterSpacing: extent(letterSpacing),
      outlineWidth: extent(outlineWidth),
      fontSize: extent(fontSize),
    },
  };
}

function draftCaptions(settings: CaptionSettings, scale: Scaled): CaptionSettings {
  const { padding, boxRadius, x, y } = settings;
  return {
    ...settings,
    fontSize: scale(settings.fontSize),
    letterSpacing: scale(settings.letterSpacing),
    outlineWidth: scale(settings.outlineWidth),
    shadowX: scale(settings.shadowX),
    shadowY: scale(settings.shadowY),
    shadowBlur: scale(settings.shadowBlur),
    padding: padding && {
      top: scale(padding.top),
      right: scale(padding.right),
      bottom: scale(padding.bottom),
      left: scale(padding.left),
    },
    boxRadius: boxRadius === null ? null : scale(boxRadius),
    boxBorderWidth: scale(settings.boxBorderWidth),
    x: x === null ? null : Math.round(scale(x)),
    y: y === null ? null : Math.round(scale(y)),
  };
}

function draftLength(length: Length, scale: Scaled): Length {
  return 'px' in length ? { px: Math.round(scale(length.px)) } : length;
}

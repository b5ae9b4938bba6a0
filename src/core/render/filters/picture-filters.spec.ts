import { parseProject } from '../../project/parse-project.js';
import { PLAIN_TRAITS } from '../../media/picture-traits.js';
import { buildTimeline } from '../../timeline/build-timeline.js';
import type { SourceProbe } from '../../timeline/types.js';
import { buildPlan } from '../plan/build-plan.js';
import { layerFilters } from './layer-filters.js';
import { overlayPlace } from './mask-filters.js';
import { NO_CAPTIONS, type Layer } from '../segment/types.js';

const FPS = { num: 30, den: 1 };
const PROBE: SourceProbe = {
  contentHash: 'h',
  kind: 'image',
  width: 400,
  height: 300,
  translucent: false,
  videoDurationUs: null,
  lastPictureUs: null,
  audioSamples: null,
  traits: PLAIN_TRAITS,
};

/** The layer of an image of 400x300 with these fields, in a frame of 160x90. */
function layerOf(fields: object): Layer {
  const elements = [{ type: 'image', src: 'http://h/i', width: 80, height: 60, ...fields }];
  const result = parseProject(
    { width: 160, height: 90, scenes: [{ duration: 1, elements }] },
    { subtitleDefaults: {}, localSources: false, resolveFont: (name) => name, fontFamilies: [] },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const timeline = buildTimeline(result.project, new Map([['http://h/i', PROBE]]));
  const encoder = { preset: 'ultrafast', crf: 20, params: '', keySeconds: 5 };
  const plan = buildPlan(
    timeline,
    { captions: NO_CAPTIONS, texts: [], waveforms: [] },
    { still: encoder, moving: encoder, band: null, looksAhead: false },
  );
  const [layer] = plan.segments[0]!.stack.layers;
  if (layer?.kind !== 'image') throw new Error('the picture is not painted');
  return layer;
}
const filters = (fields: object) =>
  layerFilters(layerOf(fields), FPS, { mask: '9:v', border: '' }).join(',');

const SCALED =
  'scale=80:60:flags=bicubic:out_color_matrix=bt709:out_range=tv,crop=80:60:0:0:exact=1';
const HELD = 'loop=loop=-1:size=1:start=0,settb=1/30,setpts=N,fps=30/1,trim=end_frame=1';
const around = (before: string, format: string, after: string) =>
  `trim=end_frame=1,${before}${SCALED},format=${format},setsar=1,${after}${HELD}`;

describe('picture filters', () => {
  it.each<[string, object, string]>([
    ['the defaults', {}, around('', 'yuv420p', '')],
    ['values without effect', { correction: { contrast: 1 }, crop: {} }, around('', 'yuv420p', '')],
    [
      'a crop',
      { crop: { x: 101, y: '10%', width: 200, height: 150 } },
      around('crop=200:150:100:30:exact=1,', 'yuv420p', ''),
    ],
    [
      'mirroring',
      { flip: 'both' },
      around('', 'yuv420p', '').replace(',crop=', ',hflip,vflip,crop='),
    ],
    [
      'a key of pure green, in BT.709',
      { 'chroma-key': { tolerance: 0.2 } },
      around('', 'yuva420p', 'chromakey=color=0xad2a1a:similarity=0.2:blend=0.05:yuv=1,'),
    ],
    [
      'brightness',
      { correction: { brightness: 0.1, gamma: 2 } },
      around('', 'yuv420p', "lutyuv=y='16.5+219*pow(clip(((val-16)/219-0.5)*1+0.6,0,1),0.5)',"),
    ],
    [
      'saturation, hue, and blur',
      { correction: { saturation: 0.5, grayscale: 0.5, hue: -30, blur: 2 } },
      around(
        '',
        'yuv420p',
        "lutyuv=u='clip(128.5+(val-128)*0.25,16,240)':v='clip(128.5+(val-128)*0.25,16,240)'," +
          'hue=h=-30,gblur=sigma=2,',
      ),
    ],
  ])('match %s', (_, fields, expected) => {
    expect(filters(fields)).toBe(expected);
  });

  it('crop corners once for all frames', () => {
    expect(filters({ 'corner-radius': 8 })).toBe(
      around(
        '',
        'yuva420p',
        'null[picture];[9:v]format=gray,setsar=1[mask];[picture][mask]alphamerge,',
      ),
    );
    expect(layerOf({ 'corner-radius': '50%' }).mask).toEqual({
      kind: 'mask',
      width: 80,
      height: 60,
      margin: 0,
      radius: 30,
      area: null,
    });
  });

  it('rotate within a margin, and premultiply a picture with transparency', () => {
    const layer = layerOf({ rotate: 90, 'chroma-key': {} });
    expect(layer.turn).toEqual({ degrees: 90, degreesPerPicture: 0, width: 64, height: 84 });
    expect(layer.mask).toMatchObject({ width: 84, height: 64, margin: 2, radius: 0 });
    expect(overlayPlace(layer)).toEqual({ x: 48, y: 2 });
    expect(layerFilters(layer, FPS, { mask: '9:v', border: '' }).join(',')).toBe(
      around(
        '',
        'yuva420p',
        'chromakey=color=0xad2a1a:similarity=0.1:blend=0.05:yuv=1,' +
          'pad=iw+4:ih+4:2:2,fillborders=2:2:2:2:smear,' +
          'split[picture][holes];[holes]alphaextract[alpha];[9:v]format=gray,setsar=1[mask];' +
          '[alpha][mask]blend=all_mode=multiply[both];[picture][both]alphamerge,' +
          "rotate=a='90*PI/180':ow=64:oh=84:c=black@0,",
      ),
    );
  });

  it('create a blurred cover for a picture that does not fill its box', () => {
    expect(filters({ resize: 'blur', width: 160, height: 60 })).toBe(
      'trim=end_frame=1,split[under][upper];' +
        '[under]scale=20:15:flags=bicubic:out_color_matrix=bt709:out_range=tv,crop=20:8,' +
        'format=yuv420p,gblur=sigma=0.2,scale=160:60:flags=bicubic:in_color_matrix=bt709:' +
        'in_range=tv:out_color_matrix=bt709:out_range=tv[cover];' +
        '[upper]scale=80:60:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuva420p' +
        '[inner];[cover][inner]overlay=x=40:y=0,crop=160:60:0:0:exact=1,' +
        `format=yuv420p,setsar=1,${HELD}`,
    );
    expect(filters({ resize: 'blur' })).toBe(around('', 'yuv420p', ''));
  });
});

import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import { animatedOf, staticOf } from './keyframes.js';
import type { Motion } from './motion.js';
import type { Stage } from './script.js';
import { addressOf } from './sources.js';
import { percentOf } from './transforms.js';
import { clamp, round, secondsOf, shareOf } from './units.js';

/** Sets the source of a picture, a video, or a sound. @returns false if the element has none */
export function translateSource(props: Members, own: OwnObject, stage: Stage): boolean {
  const { report, options } = stage.script;
  const source = staticOf(props, 'source', report);
  const provider = props.get('provider');
  if (typeof provider === 'string' && provider.trim() !== '') {
    report.refuse(
      props.at('provider'),
      'Pictures and videos cannot be generated. Set "source" to the address of a file, and remove "provider".',
    );
    own.set('src', 'https://generated.invalid/');
    return true;
  }
  const address = addressOf(source, options);
  if (address === null) {
    report.note(
      props.pointer,
      'The element has no source, so nothing of it is shown. It is left out.',
    );
    return false;
  }
  own.set('src', address.src, props.at('source'));
  if (address.isInLibrary)
    report.note(
      props.at('source'),
      'The source is no address, so it is taken as the ID of a file in the media library of Creatomate.',
    );
  return true;
}

/** How a video or a sound plays. Fades of a sound are keyframes of its volume, because a picture does not fade with it. */
export function translatePlayback(
  props: Members,
  own: OwnObject,
  motion: Motion,
  stage: Stage,
): void {
  const { report } = stage.script;
  const from = secondsOf(staticOf(props, 'trim-start', report));
  if (from !== null && from > 0)
    own.set('seek', round(clamp(from, 0, 14_400)), props.at('trim-start'));
  props.get('trim-duration');
  if (props.get('loop') === true) own.set('loop', true, props.at('loop'));
  const speed = shareOf(staticOf(props, 'speed', report));
  if (speed !== null && speed !== 1) {
    const possible = clamp(speed, 0.25, 4);
    if (possible !== speed) report.note(props.at('speed'), `The speed is ${100 * possible}%.`);
    own.set('speed', round(possible), props.at('speed'));
  }
  translateVolume(props, own, motion, stage);
}

export function translateVolume(
  props: Members,
  own: OwnObject,
  motion: Motion,
  stage: Stage,
): void {
  const { report } = stage.script;
  const volume = percentOf(props, 'volume', 1, stage);
  if (volume.keys !== null) motion.add('volume', volume.keys, props.at('volume'));
  else if (volume.value !== 1)
    own.set('volume', round(clamp(volume.value, 0, 10)), props.at('volume'));
  if (props.get('muted') === true) own.set('volume', 0, props.at('muted'));
  const fade = (name: string) => {
    const { value } = animatedOf(props, name, { missing: 0, read: secondsOf, report });
    return clamp(value, 0, motion.seconds ?? 14_400);
  };
  const fadeIn = fade('audio-fade-in');
  const fadeOut = fade('audio-fade-out');
  const isSound = own.value['type'] === 'audio' || own.value['type'] === 'voice';
  if (isSound) {
    if (fadeIn > 0) own.set('fade-in', round(fadeIn), props.at('audio-fade-in'));
    if (fadeOut > 0) own.set('fade-out', round(fadeOut), props.at('audio-fade-out'));
    return;
  }
  if (fadeIn > 0)
    motion.add(
      'volume',
      [
        { time: { seconds: 0 }, value: 0, easing: 'linear' },
        { time: { seconds: fadeIn }, value: 1, easing: 'linear' },
      ],
      props.at('audio-fade-in'),
    );
  if (fadeOut > 0)
    motion.add(
      'volume',
      [
        { time: { beforeEnd: fadeOut }, value: 1, easing: 'linear' },
        { time: { share: 1 }, value: 0, easing: 'linear' },
      ],
      props.at('audio-fade-out'),
    );
}

/** The engines of voices, by the first word of a provider. */
const ENGINES: ReadonlySet<string> = new Set(['openai', 'elevenlabs', 'azure']);

/** A text that a voice speaks: the source of an audio element with a provider. */
export function translateVoice(props: Members, own: OwnObject, stage: Stage): boolean {
  const { report } = stage.script;
  const text = staticOf(props, 'source', report);
  if (typeof text !== 'string' || text.trim() === '') {
    report.note(props.pointer, 'The voice has no text. The element is left out.');
    return false;
  }
  own.set('text', text, props.at('source'));
  const at = props.at('provider');
  const [engine = '', ...rest] = asWritten(props.get('provider')).trim().split(/\s+/);
  const options = new Map(
    rest.slice(0, 20).map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')] as const;
    }),
  );
  if (!ENGINES.has(engine.toLowerCase())) {
    report.note(
      at,
      `The provider "${engine.slice(0, 60)}" is unknown, so the default voice of this service speaks.`,
    );
    return true;
  }
  own.set('provider', engine.toLowerCase(), at);
  own.set('model', nonEmpty(options.get('model') ?? options.get('model_id')), at);
  own.set('voice', nonEmpty(options.get('voice') ?? options.get('voice_id')), at);
  for (const name of ['model', 'model_id', 'voice', 'voice_id']) options.delete(name);
  const speed = Number(options.get('speed'));
  if (options.delete('speed') && speed >= 0.25 && speed <= 4 && hasField('voice', 'speed'))
    own.set('speed', speed, at);
  if (options.size > 0)
    report.note(
      at,
      `Of the provider, ${[...options.keys()].map((name) => `"${name.slice(0, 40)}"`).join(', ')} has no effect.`,
    );
  return true;
}

const nonEmpty = (text: string | undefined) =>
  text === undefined || text === '' ? undefined : text.slice(0, 100);

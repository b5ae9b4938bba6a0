/**
 * Plays the tune of the film into a WAV file, always the same: `node examples/film/write-tune.mjs tune.wav`.
 *
 * Four chords in D major at 100 beats a minute: a plucked arpeggio, a soft pad, bass, and light drums.
 */
import { writeFileSync } from 'node:fs';

const RATE = 48_000;
const BEAT = 0.6;
const BAR = 4 * BEAT;
const SECONDS = 28;

/** Notes as semitones above A4, from low to high, one chord for each bar. */
const D = [-31, -19, -7, -3, 0, 5];
const A = [-36, -24, -8, -5, 0, 4];
const B_MINOR = [-34, -22, -7, -3, 2, 5];
const G = [-38, -26, -7, -2, 2, 5];
const CHORDS = [D, A, B_MINOR, G, D, A, B_MINOR, G, B_MINOR, G, D];
/** The bars with drums. The last chord rings alone. */
const [DRUMS_FROM, DRUMS_TO] = [2, 10];

const left = new Float64Array(SECONDS * RATE);
const right = new Float64Array(SECONDS * RATE);
const frequencyOf = (note) => 440 * 2 ** (note / 12);

let state = 1;
/** Noise from -1 to 1 that is the same each time. */
function noise() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return state / 2 ** 31;
}

/** Adds a sound at a time. @param pan from 0 (left) to 1 (right) */
function add(seconds, length, { gain, pan = 0.5 }, sampleAt) {
  const start = Math.round(seconds * RATE);
  const count = Math.min(Math.round(length * RATE), left.length - start);
  for (let at = 0; at < count; at++) {
    const value = gain * sampleAt(at / RATE);
    left[start + at] += value * Math.cos((pan * Math.PI) / 2);
    right[start + at] += value * Math.sin((pan * Math.PI) / 2);
  }
}

/** A plucked string: noise that goes around and loses its edges. */
function pluck(seconds, note, look) {
  const string = Array.from({ length: Math.round(RATE / frequencyOf(note)) }, noise);
  // A softer plectrum than plain noise.
  for (let pass = 0; pass < 3; pass++) {
    string.forEach((value, at) => (string[at] = (value + string.at(at - 1)) / 2));
  }
  let at = 0;
  add(seconds, 2.4, look, (time) => {
    const next = (at + 1) % string.length;
    const value = string[at];
    string[at] = 0.4985 * (string[at] + string[next]);
    at = next;
    return value * Math.min(1, (2.4 - time) * 4);
  });
}

/** A chord that swells: a few harmonics of two voices that are slightly out of tune. */
function pad(seconds, note, look) {
  const length = BAR + 1.2;
  const swell = (time) => Math.min(1, time / 0.7) * Math.min(1, (length - time) / 1.2);
  for (const [detune, pan] of [
    [0.997, 0.2],
    [1.003, 0.8],
  ]) {
    const turn = 2 * Math.PI * frequencyOf(note) * detune;
    add(seconds, length, { ...look, pan }, (time) => {
      const angle = turn * time;
      return (
        swell(time) * (Math.sin(angle) + 0.35 * Math.sin(2 * angle) + 0.12 * Math.sin(3 * angle))
      );
    });
  }
}

function bass(seconds, note, length) {
  const turn = 2 * Math.PI * frequencyOf(note);
  add(seconds, length, { gain: 0.2 }, (time) => {
    const angle = turn * time;
    const shape =
      Math.min(1, time / 0.01) * Math.min(1, (length - time) / 0.08) * Math.exp(-1.1 * time);
    return shape * (Math.sin(angle) + 0.3 * Math.sin(2 * angle));
  });
}

function kick(seconds) {
  add(seconds, 0.3, { gain: 0.42 }, (time) => {
    const angle = 2 * Math.PI * (48 * time + 3.2 * (1 - Math.exp(-28 * time)));
    return Math.exp(-13 * time) * Math.sin(angle) * Math.min(1, (0.3 - time) * 20);
  });
}

/** Filtered noise: a shaker, or a brush on a snare if it is long. */
function brush(seconds, { decay, ...look }) {
  let before = 0;
  add(seconds, 0.25, look, (time) => {
    const value = noise();
    const bright = value - before;
    before = value;
    return (
      Math.exp(-decay * time) * bright * Math.min(1, time / 0.004) * Math.min(1, (0.25 - time) * 20)
    );
  });
}

CHORDS.forEach((chord, index) => {
  const start = index * BAR;
  const isLast = index === CHORDS.length - 1;
  const [root, fifth, ...upper] = chord;
  for (const note of upper.slice(0, 3)) pad(start, note - (isLast ? 0 : 0), { gain: 0.034 });
  const melody = isLast ? [0, 1, 2, 3] : [0, 2, 1, 3, 2, 1, 3, 2];
  melody.forEach((place, at) => {
    const look = { gain: 0.2 + 0.05 * (at % 2 === 0), pan: 0.3 + 0.13 * place };
    pluck(start + at * (isLast ? 0.09 : BEAT / 2), upper[place], look);
  });
  if (index === 0) return;
  bass(start, root + 12, isLast ? 2.2 : 1.5 * BEAT);
  if (isLast) return;
  bass(start + 1.5 * BEAT, fifth, BEAT);
  bass(start + 3 * BEAT, root + 12, BEAT);
  if (index < DRUMS_FROM || index >= DRUMS_TO) return;
  for (const beat of [0, 2, 2.5]) kick(start + beat * BEAT);
  for (const beat of [1, 3]) brush(start + beat * BEAT, { decay: 22, gain: 0.07, pan: 0.45 });
  for (let half = 0; half < 8; half++) {
    brush(start + (half * BEAT) / 2, { decay: 55, gain: 0.02 + 0.018 * (half % 2), pan: 0.66 });
  }
});

/** Echoes that alternate between the sides and lose their edges, for a sense of space. */
function echo(from, to, seconds, gain) {
  const delay = Math.round(seconds * RATE);
  let soft = 0;
  for (let at = delay; at < from.length; at++) {
    soft += 0.35 * (from[at - delay] - soft);
    to[at] += gain * soft;
  }
}
const dry = Float64Array.from(left);
echo(right, left, 0.45, 0.24);
echo(dry, right, 0.3, 0.24);
echo(left, right, 0.0617, 0.16);
echo(right, left, 0.0791, 0.16);

const peak = left.reduce(
  (most, value, at) => Math.max(most, Math.abs(value), Math.abs(right[at])),
  0,
);
const wav = Buffer.alloc(44 + left.length * 4);
wav.write('RIFF', 0, 'latin1');
wav.writeUInt32LE(wav.length - 8, 4);
wav.write('WAVEfmt ', 8, 'latin1');
wav.writeUInt32LE(16, 16);
wav.writeUInt16LE(1, 20);
wav.writeUInt16LE(2, 22);
wav.writeUInt32LE(RATE, 24);
wav.writeUInt32LE(RATE * 4, 28);
wav.writeUInt16LE(4, 32);
wav.writeUInt16LE(16, 34);
wav.write('data', 36, 'latin1');
wav.writeUInt32LE(left.length * 4, 40);
left.forEach((value, at) => {
  const end = Math.min(1, (left.length - at) / RATE / 1.5);
  wav.writeInt16LE(Math.round((28_000 * end * value) / peak), 44 + at * 4);
  wav.writeInt16LE(Math.round((28_000 * end * right[at]) / peak), 46 + at * 4);
});
writeFileSync(process.argv[2] ?? 'tune.wav', wav);

import { effect, signal } from '@preact/signals';

const STORED = 'videocraft.sound';

interface Stored {
  readonly volume: number;
  readonly isMuted: boolean;
}

const stored = read();

/** How loud drafts play. This browser keeps it. */
export const sound = { volume: signal(stored.volume), isMuted: signal(stored.isMuted) };

effect(() => {
  const value: Stored = { volume: sound.volume.value, isMuted: sound.isMuted.value };
  try {
    localStorage.setItem(STORED, JSON.stringify(value));
  } catch {
    // The storage is full or blocked. The volume is kept until the page ends.
  }
});

function read(): Stored {
  try {
    const { volume, isMuted } = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Stored>;
    const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1;
    return { volume: isVolume ? volume : 1, isMuted: isMuted === true };
  } catch {
    return { volume: 1, isMuted: false };
  }
}

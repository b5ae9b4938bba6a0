import { computed } from '@preact/signals';
import { video } from '../../document/index.js';
import { timeline } from '../../timeline/timeline-store.js';

const DEFAULT = { width: 1920, height: 1080 };

/** The size of the video: that of the timeline, or until there is one, what the document says. */
export const videoSize = computed(() => {
  const known = timeline.value;
  if (known !== null) return { width: known.width, height: known.height };
  const width = video.valueAt('/width');
  const height = video.valueAt('/height');
  const isWritten = typeof width === 'number' && typeof height === 'number';
  return isWritten && width > 0 && height > 0 ? { width, height } : DEFAULT;
});

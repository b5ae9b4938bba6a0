import { useEffect, useState } from 'preact/hooks';
import { serviceUrl } from '../api/index.js';
import { valueAt } from '../document/index.js';

/** What the settings of captions can be, as the service says. */
export interface CaptionSchema {
  readonly styles: readonly string[];
  readonly safeAreas: readonly string[];
}

const SETTINGS = '/$defs/caption-settings/properties';
/** Until the schema is there, and if it cannot be loaded. */
const FIRST: CaptionSchema = {
  styles: ['progressive', 'classic', 'boxed-line', 'boxed-word', 'karaoke', 'highlight', 'pop'],
  safeAreas: ['title', 'tiktok', 'shorts', 'reels'],
};

let loading: Promise<CaptionSchema> | null = null;
let known: CaptionSchema | null = null;

/** The values that the schema of the service lists. */
export function useCaptionSchema(): CaptionSchema {
  const [schema, setSchema] = useState(known ?? FIRST);
  useEffect(() => {
    let isWanted = true;
    loading ??= load();
    loading.then(
      (loaded) => {
        known = loaded;
        if (isWanted) setSchema(loaded);
      },
      () => {
        // The next time may succeed.
        loading = null;
      },
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return schema;
}

async function load(): Promise<CaptionSchema> {
  const response = await fetch(`${serviceUrl()}/schema/video-config.json`);
  const schema: unknown = await response.json();
  const listed = (pointer: string, fallback: readonly string[]) => {
    const list = valueAt(schema, `${SETTINGS}/${pointer}`);
    return Array.isArray(list) ? list.map(String) : fallback;
  };
  return {
    styles: listed('style/enum', FIRST.styles),
    safeAreas: listed('safe-area/anyOf/1/enum', FIRST.safeAreas),
  };
}

import type { CaptionStyle } from '../../project/types.js';
import { classic, progressive } from './progressive.js';
import type { DrawPage } from './types.js';

export const STYLES: Readonly<Record<CaptionStyle, DrawPage>> = { progressive, classic };

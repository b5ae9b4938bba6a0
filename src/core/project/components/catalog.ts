import { button } from './button.js';
import { chart } from './chart.js';
import type { Component } from './component.js';
import { countdown } from './countdown.js';
import { counter } from './counter.js';
import { lowerThird } from './lower-third.js';
import { progressBar } from './progress-bar.js';
import { qrCode } from './qr-code.js';
import { rating } from './rating.js';

/** All components. To add one, declare it beside the others, and list it here. */
export const COMPONENTS: readonly Component[] = [
  progressBar,
  countdown,
  counter,
  lowerThird,
  rating,
  button,
  qrCode,
  chart,
];

export const COMPONENT_NAMES: readonly string[] = COMPONENTS.map(({ name }) => name);

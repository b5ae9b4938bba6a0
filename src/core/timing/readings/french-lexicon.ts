import type { Lexicon } from './phrases.js';

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

export const CURRENCIES: Lexicon = {
  '€': ['euros', 'euro'],
  $: ['dollars', 'dollar'],
  '£': ['livres', 'livre'],
  '¥': ['yens'],
};

/** Units after a number. */
export const UNITS: Lexicon = {
  km: ['kilomètres', 'kilomètre'],
  m: ['mètres', 'mètre'],
  cm: ['centimètres'],
  mm: ['millimètres'],
  kg: ['kilos', 'kilogrammes', 'kilo'],
  g: ['grammes', 'gramme'],
  l: ['litres', 'litre'],
  ml: ['millilitres'],
  h: ['heures', 'heure'],
  min: ['minutes'],
  s: ['secondes'],
  'km/h': ['kilomètres heure', 'kilomètres par heure'],
  '°c': ['degrés', 'degrés celsius', 'degré'],
  '°': ['degrés', 'degré'],
  '%': ['pour cent'],
  m2: ['mètres carrés'],
  'm²': ['mètres carrés'],
  mo: ['mégaoctets'],
  go: ['gigaoctets'],
  'm€': ["millions d' euros"],
  'k€': ['mille euros', 'kilo euros'],
  md: ['milliards'],
};

/** Abbreviations, in lower case. */
export const ABBREVIATIONS: Lexicon = {
  m: ['monsieur', 'm'],
  mm: ['messieurs'],
  mme: ['madame'],
  mmes: ['mesdames'],
  mlle: ['mademoiselle'],
  dr: ['docteur'],
  st: ['saint'],
  ste: ['sainte'],
  bd: ['boulevard'],
  av: ['avenue'],
  etc: ['et cetera'],
  'c-à-d': ["c'est à dire"],
  'n°': ['numéro'],
  no: ['numéro'],
  p: ['page'],
  art: ['article'],
  cf: ['confer', 'cf'],
  ex: ['exemple'],
  env: ['environ'],
  vs: ['versus', 'contre'],
  tél: ['téléphone'],
  svp: ["s'il vous plaît"],
  rdv: ['rendez vous', 'r d v'],
  jc: ['jésus christ'],
};

/** What signs are read as; an empty phrase means that the sign may be silent. */
export const SIGNS: Lexicon = {
  '&': ['et'],
  '+': ['plus'],
  '=': ['égale', 'égal'],
  '@': ['arobase', 'at'],
  '%': ['pour cent'],
  '/': ['', 'slash', 'sur'],
  '.': ['', 'point'],
  '-': ['', 'moins', 'tiret'],
  '×': ['fois'],
  '°': ['degrés'],
  '#': ['', 'dièse', 'numéro', 'hashtag'],
  _: ['', 'tiret bas'],
  '*': [''],
};

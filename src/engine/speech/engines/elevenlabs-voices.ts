/* cspell:disable */
/** The IDs of ElevenLabs' premade voices, by the names that configs use. Each account has them. */
const PREMADE: Readonly<Record<string, string>> = {
  adam: 'pNInz6obpgDQGcFmaJgB',
  alice: 'Xb7hH8MSUJpSbSDYk0k2',
  antoni: 'ErXwobaYiN019PkySvjV',
  aria: '9BWtsMINqrJLrRacOk9x',
  arnold: 'VR6AewLTigWG4xSOukaG',
  bella: 'EXAVITQu4vr4xnSDxMaL',
  bill: 'pqHfZKP75CvOlQylNhV4',
  brian: 'nPczCjzI2devNBz1zQrb',
  callum: 'N2lVS1w4EtoT3dr4eOWO',
  charlie: 'IKne3meq5aSn9XLyUdCD',
  charlotte: 'XB0fDUnXU5powFXDhCwa',
  chris: 'iP95p4xoKVk53GoZ742B',
  daniel: 'onwK4e9ZLuTAKqWW03F9',
  domi: 'AZnzlk1XvdvUeBnXmlld',
  elli: 'MF3mGyEYCl7XYWbV9V6O',
  eric: 'cjVigY5qzO86Huf0OWal',
  george: 'JBFqnCBsd6RMkjVDRZzb',
  jessica: 'cgSgspJ2msm6clMCkdW9',
  josh: 'TxGEqnHWrfWFTfGW9XjX',
  laura: 'FGY2WhTYpPnrIDTdsKH5',
  liam: 'TX3LPaxmHKxFdv7VOQHJ',
  lily: 'pFZP5JQG7iQjIQuC4Bku',
  matilda: 'XrExE9yKIg1WjnnlVkGX',
  rachel: '21m00Tcm4TlvDq8ikWAM',
  roger: 'CwhRBWXzGAHq8TQ4Fs17',
  sam: 'yoZ06aMxZJJ28mfd3POQ',
  sarah: 'EXAVITQu4vr4xnSDxMaL',
  will: 'bIHbv24MWmeRgasZH58o',
};

/** The ID of a voice that a config names: that of a premade voice, or the name itself. */
export function elevenLabsVoiceId(voice: string): string {
  const name = voice.trim().toLowerCase();
  return Object.hasOwn(PREMADE, name) ? PREMADE[name]! : voice;
}

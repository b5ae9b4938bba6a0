/** Whether a sound is rather music than speech, by its length and name. */
export function guessSound(name: string): 'speech' | 'music' | 'effect' {
  if (/music|song|track|beat|loop|theme|jingle|bgm/i.test(name)) return 'music';
  if (/sfx|effect|whoosh|click|ding|pop|boom/i.test(name)) return 'effect';
  return 'speech';
}

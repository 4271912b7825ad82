import { expect, test } from 'vitest';
import { emptySlidesSentence } from '../../../src/renderer/session/packetSentence.ts';

test.each([
  [[], null],
  [[5], 'Slide 5 says only why it is empty, and goes out like that. Choose what it shows, or take it out.'],
  [[5, 7], /^Slides 5 and 7 say only why they are empty, and go out like that\./],
  [[1, 5, 7], /^Slides 1, 5 and 7 say/],
] as const)('of slides %j that are not filled in is told', (places, sentence) => {
  const told = emptySlidesSentence(places);
  if (sentence instanceof RegExp) expect(told).toMatch(sentence);
  else expect(told).toBe(sentence);
});

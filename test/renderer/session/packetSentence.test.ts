import { expect, test } from 'vitest';
import { emptySlidesSentence } from '../../../src/renderer/session/packetSentence.ts';

test.each([
  [[], null],
  [[5], 'Slide 5 has nothing to show yet and goes out as it is. Fill it in, or take it out.'],
  [[5, 7], /^Slides 5 and 7 have nothing to show yet and go out as they are\./],
  [[1, 5, 7], /^Slides 1, 5 and 7 have/],
] as const)('of slides %j that are not filled in is told', (places, sentence) => {
  const told = emptySlidesSentence(places);
  if (sentence instanceof RegExp) expect(told).toMatch(sentence);
  else expect(told).toBe(sentence);
});

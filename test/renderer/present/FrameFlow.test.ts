import { expect, it } from 'vitest';
import { FrameFlow } from '../../../src/renderer/present/FrameFlow.ts';
import type { ShownFrame } from '../../../src/renderer/projector/ShownFrame.ts';

const frame = (revision: number): ShownFrame => ({
  ...{ revision, slide: 0, slides: 1, appearance: 'light', isBlank: false, title: '', sentence: '' },
  ...{ width: 1600, height: 900, marks: [] },
});

function flowing() {
  const sent: number[] = [];
  return { sent, flow: new FrameFlow(({ revision }) => sent.push(revision)) };
}

it('sends at once what a projector keeps up with', () => {
  const { sent, flow } = flowing();
  for (let revision = 1; revision <= 20; revision++) {
    flow.post(frame(revision), revision * 16);
    flow.painted(revision, revision * 16 + 10);
  }
  expect(sent).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

it('lets a slower one have the newest, and always the last', () => {
  const { sent, flow } = flowing();
  for (let revision = 1; revision <= 30; revision++) {
    flow.post(frame(revision), revision * 16);
    if (revision % 10 === 0) flow.painted(sent.at(-1) ?? 0, revision * 16 + 1);
  }
  expect(sent.slice(0, 4)).toEqual([1, 2, 3, 10]);
  expect(sent.length).toBeLessThan(15);
  flow.painted(sent.at(-1) ?? 0, 500);
  expect(sent.at(-1)).toBe(30);
});

it('waits for nobody: without a word the frame goes out', () => {
  const { sent, flow } = flowing();
  for (let revision = 1; revision <= 5; revision++) flow.post(frame(revision), revision);
  expect(sent).toEqual([1, 2, 3]);
  flow.look(300);
  expect(sent).toEqual([1, 2, 3]);
  flow.look(700);
  expect(sent).toEqual([1, 2, 3, 5]);
});

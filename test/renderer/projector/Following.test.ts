import { expect, it } from 'vitest';
import { Following, LOST_AFTER_MS } from '../../../src/renderer/projector/Following.ts';
import type { ShownFrame } from '../../../src/renderer/projector/ShownFrame.ts';

const frame = (revision: number): ShownFrame => ({
  ...{ revision, slide: 0, slides: 1, appearance: 'light', isBlank: false, title: 'T', sentence: 'S' },
  ...{ width: 1600, height: 900, marks: [] },
});

it('waits until the first frame, and keeps the newest', () => {
  const following = new Following();
  expect([following.state, following.frame]).toEqual(['waiting', null]);
  following.look(1_000_000);
  expect(following.state).toBe('waiting');
  following.hear({ kind: 'frame', frame: frame(1) }, 0);
  following.hear({ kind: 'frame', frame: frame(2) }, 1);
  expect([following.state, following.frame?.revision]).toEqual(['following', 2]);
});

it('tells that the window is silent or gone, keeping the picture, until another frame comes', () => {
  const following = new Following();
  following.hear({ kind: 'frame', frame: frame(1) }, 0);
  following.hear({ kind: 'here' }, LOST_AFTER_MS);
  following.look(LOST_AFTER_MS + 1);
  expect(following.state).toBe('following');
  following.look(2 * LOST_AFTER_MS + 1);
  expect([following.state, following.frame?.revision]).toEqual(['lost', 1]);
  // Somebody answers, but what is shown may be old: it follows when it has the frame of now.
  following.hear({ kind: 'here' }, 3 * LOST_AFTER_MS);
  expect(following.state).toBe('lost');
  following.hear({ kind: 'frame', frame: frame(2) }, 3 * LOST_AFTER_MS);
  expect(following.state).toBe('following');
  following.hear({ kind: 'gone' }, 3 * LOST_AFTER_MS + 1);
  expect([following.state, following.frame?.revision]).toEqual(['lost', 2]);
});

it('shows nothing any more once the presentation has ended', () => {
  const following = new Following();
  following.hear({ kind: 'frame', frame: frame(1) }, 0);
  following.hear({ kind: 'ended' }, 1);
  expect([following.state, following.frame]).toEqual(['ended', null]);
  following.hear({ kind: 'gone' }, 2);
  following.look(1_000_000);
  expect(following.state).toBe('ended');
});

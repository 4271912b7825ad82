import { expect, test } from 'vitest';
import { whileThere } from '../../../src/renderer/grid/whileThere.ts';

test('what a grid tells of is heard while it is there, and not once it is gone', () => {
  let isGone = false;
  const heard: string[] = [];
  const tell = whileThere<{ type: string; api: { isDestroyed(): boolean } }>(({ type }) => heard.push(type));
  const api = { isDestroyed: () => isGone };
  tell({ type: 'modelUpdated', api });
  isGone = true;
  tell({ type: 'cellFocused', api });
  expect(heard).toEqual(['modelUpdated']);
});

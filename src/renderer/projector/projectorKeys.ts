import type { ProjectorKey } from './ShownFrame.ts';

const KEYS: Readonly<Record<string, ProjectorKey>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  Escape: 'escape',
};

/** What a key means before an audience, whichever window has it; null for any other. Remote controls send Page keys. */
export function projectorKey(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): ProjectorKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  return KEYS[press.key] ?? null;
}

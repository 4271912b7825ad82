import { always, type Command } from './Command.ts';

/** Regions in the order of the page; within the grid the cell that had the focus gets it back. */
function moveFocus(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + by + regions.length) % regions.length];
  const inside = next?.querySelector<HTMLElement>(
    '[role="gridcell"][tabindex], button:not(:disabled):not([tabindex="-1"]), input, a[href], [tabindex="0"]',
  );
  (inside ?? next)?.focus();
}

export const nextRegion: Command = {
  name: 'view/nextRegion',
  group: 'View',
  label: () => 'Next part of the window',
  shortcut: 'F6',
  enabled: always,
  perform: () => moveFocus(1),
};

export const previousRegion: Command = {
  name: 'view/previousRegion',
  group: 'View',
  label: () => 'Previous part of the window',
  shortcut: 'Shift+F6',
  enabled: always,
  perform: () => moveFocus(-1),
};

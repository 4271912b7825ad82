import { always, type Command } from './Command.ts';

/** Where to stand in a region, the best first. */
const PLACES = [
  '[role="gridcell"][tabindex]',
  'button:not(:disabled):not([tabindex="-1"]), input, a[href], [tabindex="0"]',
];

/** Where the person stood in each region when leaving it. */
const left = new WeakMap<HTMLElement, HTMLElement>();

/** Regions in the order of the page; what had the focus in a region, a cell above all, gets it back. */
function moveFocus(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const here = regions[at];
  if (here && document.activeElement instanceof HTMLElement) left.set(here, document.activeElement);
  const first = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(first + by * step + regions.length * 2) % regions.length];
    const before = region && left.get(region);
    const inside = before?.isConnected
      ? before
      : PLACES.map((place) => region?.querySelector<HTMLElement>(place)).find((found) => found);
    inside?.focus();
    // A region may have nothing to stand on, as the formula bar has without a selected number: the next one then.
    if (inside && region?.contains(document.activeElement)) return;
  }
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

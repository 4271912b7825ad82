import type { Mark } from '../pictures/Picture.ts';
import { plainInteger } from './boardNumbers.ts';
import type { SchoolChanges } from './schoolChanges.ts';
import { BODY, BODY_BOTTOM, rule, words } from './sheet.ts';

/** Ends of the bins in percent; what is beyond the last stands in a bin of its own at each side. */
const STEPS = [0.5, 1, 2, 5, 10, 20, 50] as const;
const SIDES = 5;

/**
 * How far all schools move, in percent of what they had: bins of equal width about zero, and one at either end for what
 * is beyond. Schools that stay are a bin of their own in the middle.
 */
export function changeHistogram(changes: SchoolChanges, { left, width }: { left: number; width: number }): Mark[] {
  const known = changes.fraction.filter((part) => !Number.isNaN(part));
  const title = words(left, BODY.top + 32, 'All schools, by percent', 30, {
    ink: 'ink2',
    isBold: true,
    width,
  });
  if (known.length === 0)
    return [title, words(left, BODY.top + 90, 'No percent is known.', 30, { ink: 'ink3', width })];
  const step = stepOf(known);
  const bins = new Int32Array(2 * SIDES + 1);
  for (const part of known) bins[binOf(part * 100, step)]!++;
  const each = width / bins.length;
  const [top, bottom] = [BODY.top + 92, BODY_BOTTOM - 92];
  const most = Math.max(...bins);
  const marks: Mark[] = [title];
  for (const [bin, count] of bins.entries()) {
    if (count === 0) continue;
    const high = Math.max(3, ((bottom - top) * count) / most);
    const ink = bin < SIDES ? 'loss' : bin > SIDES ? 'gain' : 'ghost';
    marks.push({ kind: 'bar', x: left + bin * each + 2, y: bottom - high, width: each - 4, height: high, fill: ink });
    if (count === most) {
      marks.push(
        words(clampMiddle(left + (bin + 0.5) * each, left, width), bottom - high - 12, plainInteger(count), 30, {
          anchor: 'middle',
          isBold: true,
        }),
      );
    }
  }
  // Only the first of several highest bars is numbered.
  const numbered = marks.findIndex((mark, at) => at > 0 && mark.kind === 'text');
  const end = step * (SIDES - 1);
  return [
    ...marks.filter((mark, at) => mark.kind !== 'text' || at === 0 || at === numbered),
    rule(left, bottom, width),
    rule(left + width / 2, bottom, 0, 12, 'ghost'),
    words(left + each, bottom + 46, `−${end}%`, 30, { ink: 'ink2', anchor: 'middle' }),
    words(left + width / 2, bottom + 46, '0', 30, { ink: 'ink2', anchor: 'middle' }),
    words(left + width - each, bottom + 46, `+${end}%`, 30, { ink: 'ink2', anchor: 'middle' }),
    words(left, bottom + 86, 'lose', 30, { ink: 'loss', isBold: true }),
    words(left + width, bottom + 86, 'gain', 30, { ink: 'gain', isBold: true, anchor: 'end' }),
  ];
}

const clampMiddle = (x: number, left: number, width: number): number =>
  Math.min(left + width - 40, Math.max(left + 40, x));

/** The smallest step with which nine of ten schools stand within the ends. */
function stepOf(parts: Float64Array): number {
  const sizes = parts.map((part) => Math.abs(part) * 100).sort();
  const reach = sizes[Math.floor(0.9 * (sizes.length - 1))] ?? 0;
  return STEPS.find((step) => step * (SIDES - 1) >= reach) ?? STEPS.at(-1)!;
}

/** −4 to 4 are bins of a step each, ±5 what is beyond, and the middle is those who stay. */
function binOf(percent: number, step: number): number {
  if (percent === 0) return SIDES;
  const away = Math.min(SIDES, Math.ceil(Math.abs(percent) / step - 1e-9) || 1);
  return percent < 0 ? SIDES - away : SIDES + away;
}

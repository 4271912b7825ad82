import { describe, expect, it } from 'vitest';
import { centralShareText, parseCentralShare } from '../../../src/renderer/sources/centralShare.ts';

describe('a central share as it is typed', () => {
  it.each([
    ['45%', 'percent', 450_000],
    ['45', 'percent', 450_000],
    ['12.5 %', 'percent', 125_000],
    ['100', 'percent', 1_000_000],
    ['101', 'amount', 10_100],
    ['$45', 'amount', 4_500],
    ['$1,200,000', 'amount', 120_000_000],
    ['1.2m', 'amount', 120_000_000],
    ['0', 'percent', 0],
  ] as const)('%s is a %s of %i', (text, kind, value) => {
    expect(parseCentralShare(text)).toEqual({ ok: true, value: { kind, value } });
  });

  it.each(['half', '', '101%', '-5', '$1.234', '45.12345%'])('refuses “%s” and says what to type', (text) => {
    const parsed = parseCentralShare(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.sentence).toMatch(/Type a percent such as 45%, or dollars such as \$1,200,000\.$/);
  });

  it('is typed again from what is shown', () => {
    for (const share of [
      { kind: 'percent', value: 383_333 },
      { kind: 'amount', value: 123_456_789 },
    ] as const) {
      expect(parseCentralShare(centralShareText(share))).toEqual({ ok: true, value: share });
    }
  });
});

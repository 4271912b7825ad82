import { describe, expect, it } from 'vitest';
import { capText, floorWords, payerFigure, payerInShort } from '../../../src/renderer/floors/floorWords.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import type { FloorFields } from '../../../src/shared/changes/floors.ts';
import { setFloorDecision } from '../../../src/shared/changes/floors.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { formatMoney } from '../../../src/shared/text/formatNumber.ts';

function resultsWith(fields: FloorFields) {
  const model = new Model(sampleModelRows());
  applyOps(model, setFloorDecision(model, 1, fields, 'test').ops);
  return new Calculation(model, 1).results;
}

const HELD: FloorFields = { holdHarmlessPercent: 985_000, basis: 'per_pupil' };

describe('what pays and what it costs, in one line', () => {
  it('says that nothing is on, and that nothing is to be paid', () => {
    expect(floorWords(resultsWith({})).cost).toContain('No floor is on');
    expect(floorWords(resultsWith({ holdHarmlessPercent: 0 })).cost).toContain('nothing to pay');
  });

  it('tells the cost to the cent and the scaling of gainers', () => {
    const results = resultsWith({ ...HELD, payer: 'gainers', solve: 'scaling' });
    const words = floorWords(results);
    expect(words.cost).toContain(`$${formatMoney(results.topUps.totalCents)}`);
    expect(words.payer).toMatch(/gainers give up \$[\d,.]+, 0\.\d{6} of the gain above 0%$/);
    expect(words.short).toBeNull();
    expect(payerFigure(results.topUps)?.name).toBe('scaling');
  });

  it('names the cap where that is what was solved', () => {
    const results = resultsWith({ ...HELD, payer: 'gainers', solve: 'cap' });
    expect(floorWords(results).payer).toContain(`all of the gain above ${capText(results.topUps)}`);
    expect(payerFigure(results.topUps)).toEqual({ name: 'cap', value: capText(results.topUps) });
  });

  it.each([
    [{ payer: null }, 'Choose who pays'],
    [{ payer: 'reserve' }, 'Choose its source'],
    [{ payer: 'gainers', capPercent: 500_000 }, 'short by'],
  ] as const)('says what is missing and what to do: %o', (fields, told) => {
    const results = resultsWith({ ...HELD, ...fields });
    expect(floorWords(results).short).toContain(told);
    expect(results.topUps.shortCents).toBeGreaterThan(0);
    if (results.topUps.payer) {
      expect(payerInShort(results)).toBe(`short by $${formatMoney(results.topUps.shortCents)}`);
    }
  });

  it('says what gainers give up in vain', () => {
    const results = resultsWith({ holdHarmlessPercent: 900_000, basis: 'per_pupil', payer: 'gainers' });
    expect(results.topUps.surplusCents).toBeGreaterThan(0);
    expect(floorWords(results).surplus).toContain(formatMoney(results.topUps.surplusCents));
  });

  it('names the sources that pay from central money', () => {
    const results = resultsWith({ ...HELD, payer: 'reserve', reserveSource: 'PROP' });
    expect(floorWords(results).payer).toContain('Local property taxes');
    expect(payerFigure(results.topUps)).toBeNull();
  });
});

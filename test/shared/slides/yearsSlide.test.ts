import { describe, expect, it } from 'vitest';
import { seeTogether } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { type Audience, SEES_EVERYTHING } from '../../../src/shared/session/Audience.ts';
import { drawSlide } from '../../../src/shared/slides/drawSlide.ts';
import type { SlideContext } from '../../../src/shared/slides/SlideContext.ts';
import { SLIDE_FIELDS } from '../../../src/shared/slides/slideFields.ts';

const rows = sampleModelRows();
const SHOWN = SLIDE_FIELDS.years.find(({ key }) => key === 'show')?.choices ?? [];

function draw(options: object, audience: Partial<Audience> = {}, part: Partial<typeof rows> = {}) {
  const model = new Model({ ...rows, ...part });
  const [seen] = seeTogether([new Calculation(model, 1)], { ...SEES_EVERYTHING, ...audience });
  if (!seen) throw new Error('There is nothing to see.');
  const footer = { scenario: 'Current plan', time: '7:30 PM', isDraft: true };
  const context: SlideContext = { model, now: seen, start: seen, of: () => null, moved: [], footer };
  return drawSlide({ kind: 'years', title: '', options: JSON.stringify(options) }, context);
}

describe('the slide of years', () => {
  it.each(SHOWN.map(({ value }) => value))('shows %s of an outcome and of money', (show) => {
    for (const measure of ['', 'Budget', 'Pupils']) {
      const picture = draw({ measure, show });
      expect(picture.sentence.length).toBeGreaterThan(20);
      // Only outcomes are held against spending.
      const isSaid = show === 'outcomes' && measure !== '';
      expect(picture.table().rows.length > 0, `${measure} ${show}`).toBe(!isSaid);
    }
  });

  it('has the numbers of the picture behind it', () => {
    const { columns, rows: lines } = draw({ show: 'groups' }).table();
    expect(columns.map(({ label }) => label)).toEqual([
      ...['Year', 'All pupils', 'Poverty', 'English Learner'],
      ...['Poverty less all pupils', 'English Learner less all pupils'],
    ]);
    expect(lines.map(([year]) => year)).toEqual(['2023-24', '2024-25', '2025-26']);
    const [, all, poor, , gap] = lines[0] as number[];
    expect(gap).toBeCloseTo(poor! - all!, 12);
  });

  it('says what is missing, in place of a picture', () => {
    expect(draw({}, {}, { yearMeasure: [], yearValue: [] }).sentence).toContain(
      'The district has entered no years yet',
    );
    expect(draw({ measure: 'Gone' }).sentence).toContain('is not among the years any more');
    expect(draw({ measure: 'Budget' }, { hidden: new Set(['current']) }).sentence).toContain(
      'not shown to this audience',
    );
    expect(draw({ show: 'outcomes' }, { hidden: new Set(['current']) }).sentence).toContain(
      'not shown to this audience',
    );
  });

  it('names no school that the audience does not see, nor a need that is hidden', () => {
    const small = draw({ show: 'outcomes' })
      .table()
      .rows.filter((row) => Number(row[3]) < 300);
    expect(small.length).toBeGreaterThan(3);
    const picture = draw({ show: 'outcomes' }, { minimumPupils: 300 });
    const told = JSON.stringify([picture.marks, picture.table().rows]);
    for (const row of small) expect(told).not.toContain(String(row[1]));
    const anonymous = JSON.stringify(
      draw({ show: 'outcomes' }, { schoolNames: 'anonymous', nameSeed: 5 }).table().rows,
    );
    expect(anonymous).not.toContain('Old Town');
    const hidden = new Set(['need:EL']);
    for (const show of ['groups', 'needs']) {
      const without = draw({ show, measure: show === 'needs' ? 'Budget' : '' }, { hidden });
      expect(JSON.stringify([without.marks, without.sentence, without.table()])).not.toContain('English Learner');
      expect(without.table().rows.length).toBeGreaterThan(0);
    }
  });
});

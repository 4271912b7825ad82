import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import type { Audience } from '../../../src/shared/session/Audience.ts';
import { SLIDE_KINDS, type SlideKind } from '../../../src/shared/session/slideKinds.ts';
import { boardMoney } from '../../../src/shared/slides/boardNumbers.ts';
import { drawSlide, isEmptySlide } from '../../../src/shared/slides/drawSlide.ts';
import type { SlideContext } from '../../../src/shared/slides/SlideContext.ts';
import { SLIDE_FIELDS } from '../../../src/shared/slides/slideFields.ts';
import { yearsWithBudgets } from '../../../src/shared/years/yearDistrict.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { withFloors } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { hostileDistrict } from '../../fixtures/hostileDistrict.ts';
import { Random } from '../../fixtures/random.ts';
import { slideContext } from './slideContext.ts';
import { everythingTold, textBoxes, unreadable } from './slideText.ts';

interface DrawnSlide {
  readonly kind: SlideKind;
  readonly title: string;
  readonly options: string;
}

/** Every kind with its defaults, and the choices that lay a slide out otherwise. */
function slidesOf(school: string, year = ''): DrawnSlide[] {
  const choices: readonly (readonly [SlideKind, object])[] = [
    ...SLIDE_KINDS.map((kind) => [kind, {}] as const),
    ['school', { school }],
    ['school', { school, baseline: 'none' }],
    ['headline', { baseline: '' }],
    ['headline', { baseline: 'none' }],
    ['winnersAndLosers', { unit: 'percent', beside: 'levels', baseline: '' }],
    ['winnersAndLosers', { count: 1, level: 'ES' }],
    ['needAndSpending', { baseline: '', highNeed: 'EL', weighting: 'pupils' }],
    ['deciles', { groups: '5', stack: 'source', baseline: 'current' }],
    ['deciles', { weighting: 'pupils', baseline: '' }],
    ['netLine', { baseline: 'current', logSize: true }],
    ...(['needAndSpending', 'deciles', 'netLine', 'headline', 'winnersAndLosers'] as const).map(
      (kind) => [kind, { baseline: `year:${year}` }] as const,
    ),
    ['matrix', { show: 'change' }],
    ['formula', { page: 2 }],
    [
      'text',
      { lines: `${'A long line that tells the board what this is about, and why. '.repeat(30)}\n- one\n\n- two` },
    ],
  ];
  return choices.map(([kind, options]) => ({ kind, title: '', options: JSON.stringify(options) }));
}

const drawAll = (context: SlideContext, school: string) =>
  slidesOf(school, yearsWithBudgets(context.model)[0]).map((slide) => ({
    name: `${slide.kind} ${slide.options.slice(0, 60)}`,
    picture: drawSlide(slide, context),
  }));

const faultsOf = (drawn: ReturnType<typeof drawAll>): string[] =>
  drawn.flatMap(({ name, picture }) => unreadable(picture).map((fault) => `${name}: ${fault}`));

const sample = (change: Partial<ModelRows> = {}): Model => new Model({ ...sampleModelRows(), ...change });
const firstSchool = (model: Model): string => [...model.table('school').keys()][0] ?? '';
const morePoverty = (model: Model) =>
  [...model.table('weight').values()].flatMap((row) =>
    row.need === 'POV' ? setRow(model, 'weight', { ...row, weight: row.weight + 2_500 }) : [],
  );
const heldHarmless = (model: Model, percent = 985_000): Model => {
  const held = {
    scenario: 1,
    basis: 'total',
    useMinimums: 'no',
    payer: 'central',
    reserveSource: null,
    capPercent: null,
    scaling: null,
    solve: null,
  } as const;
  applyOps(model, setRow(model, 'floorDecision', { ...held, holdHarmlessPercent: percent }));
  return model;
};

function wideDistrict(): Model {
  const rows = sampleModelRows();
  const levels = Array.from({ length: 30 }, (_, at) => ({
    code: `L${at}`,
    name: `Level number ${at} of a long list`,
    position: at,
  }));
  const needs = Array.from({ length: 60 }, (_, at) => ({
    code: `N${at}`,
    name: `Need ${at} with a name of many words`,
    position: at,
  }));
  const school = rows.school.map((row, at) => ({ ...row, level: `L${at % 30}` }));
  const enrollment = school.flatMap(({ code, level }, at) =>
    needs.map((need, place) => ({
      version: 1,
      school: code,
      level,
      need: need.code,
      count: 100 * (30 + ((at * 7 + place * 13) % 200)),
    })),
  );
  const weight = levels.flatMap((level) =>
    needs.map((need, place) => ({
      scenario: 1,
      weightSet: 'W',
      level: level.code,
      need: need.code,
      weight: 1_000 + place * 50,
    })),
  );
  const base = emptyModelRows('Wide');
  return new Model({
    ...base,
    level: levels,
    need: needs,
    school,
    enrollment,
    currentBudget: school.map(({ code }) => ({ version: 3, school: code, amountCents: 400_000_000, pupils: null })),
    source: [{ code: 'GEN', name: 'General', origin: 'state', restriction: 'unrestricted', position: 0 }],
    revenue: [{ version: 2, source: 'GEN', amountCents: 60_000_000_000 }],
    weightSet: [{ scenario: 1, weightSet: 'W', position: 0 }],
    weight,
    decision: [
      {
        scenario: 1,
        source: 'GEN',
        status: 'unlock',
        centralKind: 'percent',
        centralValue: 100_000,
        method: 'weights',
        weightSet: 'W',
        formula: null,
        eligibility: '',
        rounding: null,
        compare: null,
      },
    ],
  });
}

function scenariosOf(model: Model, names: readonly string[]): Model {
  for (const name of names) {
    const made = createScenario(model, 1, name);
    if (typeof made === 'string') throw new Error(made);
    applyOps(model, made.change.ops);
  }
  return model;
}

describe('every slide is read at ten metres', () => {
  const districts: readonly (readonly [string, () => Model])[] = [
    ['the sample', sample],
    ['floors', () => heldHarmless(sample())],
    [
      'six scenarios',
      () => scenariosOf(sample(), ['A', 'Board option B, as amended on the second reading', 'C', 'D', 'E']),
    ],
    ['no current budgets', () => sample({ currentBudget: [] })],
    [
      'no needs',
      () =>
        sample({
          need: sampleModelRows().need.slice(0, 1),
          enrollment: sampleModelRows().enrollment.filter(({ need }) => need === 'ALL'),
        }),
    ],
    ['no sources', () => sample({ source: [], revenue: [], decision: [] })],
    ['an empty document', () => new Model(emptyModelRows(''))],
    ['names of mischief', () => new Model(hostileDistrict())],
    ['60 needs and 30 levels', wideDistrict],
  ];
  it.each(districts)('%s', (_, make) => {
    const model = make();
    for (const move of [() => [], morePoverty]) {
      const drawn = drawAll(slideContext(model, move), firstSchool(model));
      expect(faultsOf(drawn)).toEqual([]);
      for (const { name, picture } of drawn) {
        expect({ name, sentence: picture.sentence }).not.toEqual({ name, sentence: '' });
        expect([picture.width, picture.height]).toEqual([1600, 900]);
      }
    }
  });

  it('one school', () => {
    const rows = sampleModelRows();
    const { code } = rows.school[0]!;
    const only = <Row extends { school: string }>(list: readonly Row[]): Row[] =>
      list.filter((row) => row.school === code);
    const model = sample({
      school: rows.school.slice(0, 1),
      enrollment: only(rows.enrollment),
      currentBudget: only(rows.currentBudget),
      measure: only(rows.measure),
      tag: only(rows.tag),
      tableAmount: only(rows.tableAmount),
      accountValue: [],
    } as Partial<ModelRows>);
    expect(faultsOf(drawAll(slideContext(model, morePoverty), code))).toEqual([]);
  });
});

const textsOf = (context: SlideContext, kind: SlideKind, options: object = {}): string[] =>
  textBoxes(drawSlide({ kind, title: '', options: JSON.stringify(options) }, context).marks).map(({ text }) => text);

describe('what a slide says', () => {
  it('names the levers that have moved, and the status, at its foot', () => {
    const model = sample();
    expect(textsOf(slideContext(model, morePoverty), 'headline')).toContain('Poverty weight 0.23 → 0.30');
    expect(textsOf(slideContext(model), 'headline').join('|')).not.toContain('→');
    expect(textsOf(slideContext(model), 'headline').some((text) => text.endsWith(' · Draft'))).toBe(true);
  });

  it('accounts for every cent', () => {
    const context = slideContext(sample(), morePoverty);
    const { revenueCents, centralCents, schoolsCents, leftCents } = context.now.calculation.results.tieOut;
    const rows = drawSlide({ kind: 'tieOut', title: '', options: '' }, context).table().rows;
    expect(rows.at(-1)).toEqual([
      'All sources',
      ...[revenueCents, centralCents, schoolsCents, leftCents].map((cents) => cents / 100),
    ]);
    const shown = textsOf(context, 'tieOut')
      .filter((text) => text.includes('$'))
      .map((text) => Number(text.replace('−', '-').replace(/[$,]/g, '')));
    expect(shown).toHaveLength(4);
    expect(Math.round((shown[0]! - shown[1]! - shown[2]! - shown[3]!) * 100)).toBe(0);
  });

  it('counts as many gainers and losers as the results have', () => {
    const context = slideContext(sample(), morePoverty);
    const { change } = context.now.calculation.results;
    const gain = change.filter((cents) => cents > 0).length;
    const lose = change.filter((cents) => cents < 0).length;
    expect(textsOf(context, 'headline')).toEqual(expect.arrayContaining([`▲${gain}`, `▼${lose}`]));
    const { rows } = drawSlide({ kind: 'winnersAndLosers', title: '', options: '' }, context).table();
    expect(rows.filter((row) => Number(row[4]) > 0)).toHaveLength(gain);
  });

  it('says that floors are off, and what one would cost', () => {
    const text = drawSlide({ kind: 'tradeOff', title: '', options: '' }, slideContext(sample())).sentence;
    expect(text).toContain('Floors are off');
    expect(text).toMatch(/would cost \$/);
  });

  it('puts the present floor on its curve', () => {
    const context = slideContext(heldHarmless(sample(), 940_000));
    const { topUps } = context.now.calculation.results;
    const { rows } = drawSlide({ kind: 'tradeOff', title: '', options: '' }, context).table();
    expect(rows.find(([percent]) => percent === '94%')).toEqual(['94%', topUps.totalCents / 100, topUps.toppedUpCount]);
  });

  it('draws an earlier year as what schools come from', () => {
    const model = sample();
    const [year] = yearsWithBudgets(model);
    expect(year).toBeDefined();
    const options = { baseline: `year:${year}` };
    expect(textsOf(slideContext(model), 'needAndSpending', options).join('|')).toContain(`come from ${year}`);
    expect(
      drawSlide({ kind: 'winnersAndLosers', title: '', options: JSON.stringify(options) }, slideContext(model))
        .sentence,
    ).toContain('earlier year');
  });

  it('holds scenarios apart from the what-if, each in a column of its own', () => {
    const context = slideContext(scenariosOf(sample(), ['Board option B']), morePoverty);
    const { columns, rows } = drawSlide({ kind: 'scenarios', title: '', options: '' }, context).table();
    expect(columns.map(({ label }) => label)).toEqual(['Figure', 'What-if', 'Current plan', 'Board option B']);
    expect(rows[0]!.slice(2)).toEqual(
      [context.start, context.start].map(({ calculation }) => calculation.results.totals.total / 100),
    );
  });

  it('tells what is locked for schools beside their budgets, so that the tie-out can be followed', () => {
    const context = slideContext(sample());
    const { totals, tieOut } = context.now.calculation.results;
    expect(totals.total).toBeLessThan(tieOut.schoolsCents);
    const locked = `plus ${boardMoney(tieOut.schoolsCents - totals.total)} locked`;
    expect(textsOf(context, 'headline').join('|')).toContain(locked);
    const source = context.now.calculation.results.sources.find(({ status }) => status === 'lock')!;
    const hidden = slideContext(sample(), () => [], { hidden: new Set([`source:${source.code}`]) });
    expect(textsOf(hidden, 'headline', {}).join(' ')).not.toContain(' locked');
  });

  it('say beside each other which scenario spends money nobody has', () => {
    const unpaid = heldHarmless(sample());
    applyOps(unpaid, setRow(unpaid, 'floorDecision', { ...unpaid.get('floorDecision', 1)!, payer: null }));
    const shortOf = (context: SlideContext) =>
      drawSlide({ kind: 'scenarios', title: '', options: '' }, context)
        .table()
        .rows.find(([label]) => String(label).startsWith('Short of revenue'));
    const context = slideContext(unpaid);
    const { leftCents } = context.now.calculation.results.tieOut;
    expect(leftCents).toBeLessThan(0);
    expect(shortOf(context)?.[1]).toBe(-leftCents / 100);
    expect(shortOf(slideContext(sample()))).toBeUndefined();
    expect(shortOf(slideContext(unpaid, () => [], { hidden: new Set(['central']) }))).toBeUndefined();
  });

  it('pages through the formula, all of it', () => {
    const context = slideContext(sample());
    const pages = Number(
      /page 1 of (\d+)/.exec(drawSlide({ kind: 'formula', title: '', options: '' }, context).title)?.[1],
    );
    expect(pages).toBeGreaterThan(1);
    const heads = new Set(
      Array.from({ length: pages }, (_, at) => textsOf(context, 'formula', { page: at + 1 })).flat(),
    );
    for (const { name } of context.now.calculation.results.sources) {
      expect([...heads].some((text) => text.startsWith(name.slice(0, 20)))).toBe(true);
    }
  });

  it('tells of a kind it does not know, and of a school that is gone', () => {
    const context = slideContext(sample());
    expect(drawSlide({ kind: 'hologram', title: '', options: '' }, context).sentence).toContain('does not know');
    expect(drawSlide({ kind: 'school', title: '', options: '{"school":"gone"}' }, context).sentence).toContain(
      'not shown',
    );
    for (const kind of ['needAndSpending', 'deciles', 'netLine'] as const) {
      const picture = drawSlide(
        { kind, title: '', options: '{"against":"need:GONE","amount":"source:GONE"}' },
        context,
      );
      expect(picture.sentence).toContain('choose another');
      expect(unreadable(picture)).toEqual([]);
    }
  });

  it('knows what is not filled in from what has something to show', () => {
    const context = slideContext(sample());
    const isEmpty = (kind: string, more = {}): boolean =>
      isEmptySlide({ kind, title: '', options: '{}', ...more }, context);
    expect(['school', 'text', 'hologram'].filter((kind) => !isEmpty(kind))).toEqual([]);
    expect(['headline', 'tieOut', 'formula', 'needAndSpending'].filter((kind) => isEmpty(kind))).toEqual([]);
    const { code } = context.now.calculation.schools[0]!;
    expect(isEmpty('school', { options: JSON.stringify({ school: code }) })).toBe(false);
    // A title alone is a page between parts.
    expect(isEmpty('text', { title: 'Part two' })).toBe(false);
    expect(isEmpty('text', { options: '{"lines":"Part two"}' })).toBe(false);
  });

  it('offers fallbacks that it can draw itself', () => {
    for (const kind of SLIDE_KINDS) {
      for (const field of SLIDE_FIELDS[kind]) {
        if (field.choices) expect(field.choices.map(({ value }) => value)).toContain(field.fallback);
        if (field.fallback === '') expect(field.emptyLabel ?? field.type).toBeTruthy();
      }
    }
  });
});

describe('what an audience does not see', () => {
  const SMALL = { code: 'ZQX-0077', name: 'Quillfeather Annex' } as const;
  const SECOND = { code: 'ZQX-0078', name: 'Pennywhistle Hall' } as const;

  /** Two schools of six pupils, with the greatest change and a budget far above the line. */
  function withSmallSchools(): Model {
    const rows = sampleModelRows();
    return sample({
      school: [...rows.school, ...[SMALL, SECOND].map((school) => ({ ...school, level: 'ES' }))],
      enrollment: [
        ...rows.enrollment,
        ...[SMALL, SECOND].flatMap(({ code }) =>
          ['ALL', 'POV'].map((need) => ({ version: 1, school: code, level: 'ES', need, count: 600 })),
        ),
      ],
      currentBudget: [
        ...rows.currentBudget,
        ...[SMALL, SECOND].map(({ code }) => ({ version: 3, school: code, amountCents: 990_000_000_00, pupils: 6 })),
      ],
    });
  }

  it('never holds a suppressed school, chosen or not', () => {
    const model = withSmallSchools();
    const openly = drawAll(slideContext(model, morePoverty), SMALL.code)
      .map(({ picture }) => everythingTold(picture))
      .join('');
    expect(openly).toContain(SMALL.name);
    for (const schoolNames of ['shown', 'anonymous'] as const) {
      const context = slideContext(model, morePoverty, { minimumPupils: 10, schoolNames, nameSeed: 3 });
      const drawn = drawAll(context, SMALL.code);
      for (const { name, picture } of drawn) {
        const told = everythingTold(picture);
        for (const secret of [SMALL.code, SMALL.name, SECOND.code, SECOND.name])
          expect({ name, has: told.includes(secret) }).toEqual({ name, has: false });
      }
      expect(faultsOf(drawn)).toEqual([]);
    }
  });

  it('has no name or code of any school where schools are anonymous', () => {
    const model = sample();
    const context = slideContext(model, morePoverty, { schoolNames: 'anonymous', nameSeed: 3 });
    const names = [...model.table('school').values()].map(({ name }) => name);
    for (const { name, picture } of drawAll(context, firstSchool(model))) {
      const told = everythingTold(picture);
      expect({ name, has: names.filter((each) => told.includes(each)) }).toEqual({ name, has: [] });
    }
  });

  it('lists anonymous schools by their numbers, never in the order of their codes', () => {
    const model = sample();
    const context = slideContext(model, morePoverty, { schoolNames: 'anonymous', nameSeed: 3 });
    const lists = drawAll(context, firstSchool(model)).flatMap(({ name, picture }) => {
      const { columns, rows } = picture.table();
      const codes = columns[0]?.label === 'Code' ? rows.map(([code]) => String(code)) : [];
      return codes.length > 1 ? [{ name, codes }] : [];
    });
    expect(lists.length).toBeGreaterThan(2);
    for (const { name, codes } of lists) expect({ name, codes }).toEqual({ name, codes: [...codes].sort() });
  });

  it('has no name of a scenario where those are masked', () => {
    const context = slideContext(scenariosOf(sample(), ['Secret option']), morePoverty, { scenarioNames: 'masked' });
    for (const { name, picture } of drawAll(context, firstSchool(context.model))) {
      expect({ name, has: everythingTold({ ...picture, subtitle: '' }).includes('Secret option') }).toEqual({
        name,
        has: false,
      });
    }
  });

  it('has nothing of what is hidden', () => {
    const model = heldHarmless(sample());
    const source = [...model.table('source').values()].find(({ code }) => code !== '')!;
    const hidden: Partial<Audience> = {
      hidden: new Set([`source:${source.code}`, 'need:EL', 'current', 'topUps', 'central']),
    };
    const context = slideContext(model, morePoverty, hidden);
    const need = model.get('need', 'EL')!.name;
    for (const { name, picture } of drawAll(context, firstSchool(model))) {
      const told = everythingTold(picture);
      for (const secret of [source.name, need, 'Top-ups to', 'Top-ups less', 'central office']) {
        expect({ name, secret, has: told.includes(secret) }).toEqual({ name, secret, has: false });
      }
      expect(unreadable(picture)).toEqual([]);
    }
    expect(drawSlide({ kind: 'tieOut', title: '', options: '' }, context).marks.length).toBeGreaterThan(0);
  });

  it.each(['central', 'reserve'] as const)('names no hidden source among the rules of floors paid by %s', (payer) => {
    const model = heldHarmless(sample());
    const codes = [...model.table('source').keys()];
    const told = (code: string, hidden: readonly string[]): { name: string; has: boolean } => {
      const { name } = model.get('source', code)!;
      const decision = { ...model.get('floorDecision', 1)!, payer, reserveSource: payer === 'reserve' ? code : null };
      const context = slideContext(model, (copy) => setRow(copy, 'floorDecision', decision), {
        hidden: new Set(hidden),
      });
      const picture = drawSlide({ kind: 'formula', title: '', options: '' }, context);
      expect(picture.sentence).toContain('Every school keeps at least 98.5%');
      return { name, has: everythingTold(picture).includes(name) };
    };
    for (const code of codes) {
      expect(told(code, [])).toMatchObject({ has: true });
      expect(told(code, [`source:${code}`])).toMatchObject({ has: false });
    }
  });

  it('tells nothing in the formula from which a hidden central share could be had', () => {
    const model = heldHarmless(sample());
    const text = (hidden: readonly string[]): string =>
      everythingTold(
        drawSlide(
          { kind: 'formula', title: '', options: '' },
          slideContext(model, undefined, { hidden: new Set(hidden) }),
        ),
      );
    const amounts = new Calculation(model, 1).results.sources
      .filter(({ centralCents }) => centralCents > 0)
      .map(({ amountCents }) => boardMoney(amountCents));
    expect(amounts.length).toBeGreaterThan(0);
    expect(amounts.every((amount) => text([]).includes(amount))).toBe(true);
    expect(amounts.filter((amount) => text(['central']).includes(amount))).toEqual([]);
    expect(text([])).toContain('The central parts pay in proportion: ');
    expect(text(['central'])).not.toContain('The central parts pay in proportion: ');
  });

  it('leaves cells of few pupils out of the matrix', () => {
    const context = slideContext(sample(), undefined, { minimumPupils: 2_000 });
    const texts = textsOf(context, 'matrix');
    expect(texts).toContain('–');
  });
});

/** Whatever the district, the edit and the audience: every slide can be read, and says something. */
it('no district and no audience make a slide that cannot be read', () => {
  fc.assert(
    fc.property(
      arbitraryRows({ maxSchools: 14, valid: false }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(0, 10, 5_000),
      fc.constantFrom('shown' as const, 'anonymous' as const),
      (rows, seed, hasFloors, minimumPupils, schoolNames) => {
        const model = new Model(hasFloors ? withFloors(rows, seed) : rows);
        const random = new Random(seed);
        const context = slideContext(model, (copy) => randomEdit(copy, random), { minimumPupils, schoolNames });
        const drawn = drawAll(context, firstSchool(model));
        expect(faultsOf(drawn)).toEqual([]);
        for (const { picture } of drawn) {
          expect(picture.sentence).not.toBe('');
          const { columns, rows: tableRows } = picture.table();
          for (const row of tableRows) expect(row).toHaveLength(columns.length);
        }
      },
    ),
    { numRuns: 12 },
  );
});

/** What is kept from one frame to the next must never show what has been hidden since, nor anything else of before. */
it('a lever that hides a school hides it on every slide, also in what was made before', () => {
  const model = scenariosOf(sample(), ['Board option B']);
  // One that has a current budget, so that it stands in what is counted and fitted at the start.
  const { school } = [...model.table('currentBudget').values()].find(({ amountCents }) => amountCents > 0)!;
  const audience = { minimumPupils: 10, schoolNames: 'anonymous', nameSeed: 3 } as const;
  const shrink = (copy: Model) =>
    [...copy.table('enrollment').values()].flatMap((row) =>
      row.school === school ? setRow(copy, 'enrollment', { ...row, count: Math.min(row.count, 200) }) : [],
    );
  const context = slideContext(model, morePoverty, audience);
  const seen = drawAll(context, school).map(({ picture }) => everythingTold(picture));
  const { calculation } = context.now;
  const ops = shrink(calculation.model);
  applyOps(calculation.model, ops);
  calculation.apply(ops);
  const warm = drawAll(context, school).map(({ picture }) => everythingTold(picture));
  const fresh = slideContext(model, (copy) => [...morePoverty(copy), ...shrink(copy)], audience);
  expect(warm).toEqual(drawAll(fresh, school).map(({ picture }) => everythingTold(picture)));
  expect(warm).not.toEqual(seen);
});

/** A file may have been written by a later version, or by hand. */
it('no options make a slide that cannot be drawn', () => {
  const model = sample();
  const context = slideContext(model, morePoverty);
  const value = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
    fc.constantFrom(
      'need:',
      'need:POV',
      'source:',
      'measure:gone',
      'perPupil:',
      'pupils',
      'year:',
      'scenario:0',
      'current',
      '',
    ),
  );
  const choice = fc
    .constantFrom(...SLIDE_KINDS)
    .chain((kind) =>
      fc.tuple(fc.constant(kind), fc.record(Object.fromEntries(SLIDE_FIELDS[kind].map(({ key }) => [key, value])))),
    );
  fc.assert(
    fc.property(choice, ([kind, options]) => {
      const picture = drawSlide({ kind, title: '', options: JSON.stringify(options) }, context);
      expect(unreadable(picture)).toEqual([]);
      expect(picture.sentence).not.toBe('');
    }),
    { numRuns: 250 },
  );
});

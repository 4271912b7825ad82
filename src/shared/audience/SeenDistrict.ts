import type { Calculation } from '../calc/Calculation.ts';
import { scenariosInOrder } from '../changes/scenarios.ts';
import { type EquityData, equityData } from '../equity/EquityData.ts';
import { schoolsText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Audience } from '../session/Audience.ts';
import { anonymousCode } from './anonymousNumbers.ts';
import { SeenGroup } from './SeenGroup.ts';

/** What a calculation is called that is no scenario of the document. */
export const WHAT_IF_NAME = 'What-if';

/** One for each calculation that is shown together: a school that one of them hides is hidden in all. */
export function seeTogether(calculations: readonly Calculation[], audience: Audience): SeenDistrict[] {
  const group = new SeenGroup(calculations, audience);
  return calculations.map((calculation, member) => new SeenDistrict(calculation, group, member));
}

/**
 * What an audience sees of one calculation: which schools, under which names, and which columns. Make it with
 * `seeTogether`. It follows the calculation by itself; asking it about a school costs no more than a look into a list.
 *
 * Decision where the domain text is silent: money of the district and of levels is of all schools, so that it ties out;
 * which schools are hidden keeps a hidden one from being had by subtraction (see findUnseen.ts). Statistics — fitted
 * lines, deciles, regressions, measures — are of the seen schools alone: a line through all of them, held against the
 * points that are shown, would tell where the hidden one stands. The note says both.
 */
export class SeenDistrict {
  readonly calculation: Calculation;
  readonly audience: Audience;
  readonly #group: SeenGroup;
  readonly #member: number;
  #order: { readonly version: number; readonly schools: Int32Array } | null = null;
  readonly #data = new Map<string, { readonly data: EquityData; readonly version: number }>();

  constructor(calculation: Calculation, group: SeenGroup, member: number) {
    this.calculation = calculation;
    this.audience = group.audience;
    this.#group = group;
    this.#member = member;
  }

  /** By school index of the calculation; false where there is none. */
  isSeen(school: number): boolean {
    return this.#group.isSeen(this.#member, school);
  }

  /** `S017` where schools are anonymous; empty where the school is not seen. */
  code(school: number): string {
    if (!this.isSeen(school)) return '';
    return this.#isAnonymous ? anonymousCode(this.#number(school), this.#group.count) : this.#school(school).code;
  }

  /** `School 17` where schools are anonymous: the same number in every scenario. */
  name(school: number): string {
    if (!this.isSeen(school)) return 'A school that is not shown';
    return this.#isAnonymous ? `School ${this.#number(school)}` : this.#school(school).name;
  }

  /** The school index of a real code; −1 where it is unknown or not seen. */
  schoolIndex(code: string): number {
    const school = this.calculation.schoolIndex(code);
    return this.isSeen(school) ? school : -1;
  }

  /**
   * The schools that are seen, in the order in which a list may have them: by code, or by their numbers where they are
   * anonymous, for the order of codes would give them away.
   */
  get order(): Int32Array {
    this.#group.follow();
    const { version } = this.#group;
    if (this.#order?.version !== version) {
      const seen = [...this.calculation.schools.keys()].filter((school) => this.isSeen(school));
      if (this.#isAnonymous) seen.sort((a, b) => this.#number(a) - this.#number(b));
      this.#order = { version, schools: Int32Array.from(seen) };
    }
    return this.#order.schools;
  }

  /** `Scenario B` where names are masked, by the order of tabs; of a number that no scenario has, `What-if`. */
  scenarioName(scenario: number): string {
    const { model } = this.calculation;
    const row = model.get('scenario', scenario);
    if (!row) return WHAT_IF_NAME;
    if (this.audience.scenarioNames === 'shown') return row.name;
    return `Scenario ${letters(scenariosInOrder(model).findIndex(({ id }) => id === scenario))}`;
  }

  /** Keys: `source:TITLE1`, `measure:ward`, `need:EL`, `current`, `topUps`, `central`. */
  isHidden(key: string): boolean {
    return this.audience.hidden.has(key);
  }

  /** Whether a group of so many hundredths of a pupil is large enough to be shown. */
  seesGroup(pupilsHundredths: number): boolean {
    return pupilsHundredths >= this.audience.minimumPupils * COUNT_SCALE;
  }

  /**
   * Whether totals of the schools of a level may be shown: not where the unseen ones among them could be had from it,
   * as in a level of one small school; then the smallest other level is not shown either.
   */
  seesLevel(level: number): boolean {
    return this.#group.seesLevel(this.#member, level);
  }

  /** Schools that are not shown, those without pupils included. */
  get unseenCount(): number {
    return this.#group.unseenCount(this.#member);
  }

  /** What stands below a picture of it; null where all is shown. */
  get note(): string | null {
    const count = this.unseenCount;
    if (count === 0) return null;
    const { minimumPupils } = this.audience;
    const fewer = minimumPupils === 1 ? 'without pupils' : `with fewer than ${minimumPupils} pupils`;
    const covers = this.#group.hasCovers ? ', nor are those they could be worked out from' : '';
    return `Schools ${fewer} are not shown${covers} (${schoolsText(count)}). Statistics are of the schools shown, totals of all.`;
  }

  /**
   * Rows and names as they are seen, up to date. Where schools are anonymous, the rows stand in the order of their
   * numbers, for the order of codes would give them away. The same object until other schools are seen; `name` for
   * what it is called beside another, without it the scenario's name as it is seen.
   */
  equityData(name: string = this.scenarioName(this.calculation.scenarioId)): EquityData {
    this.#group.follow();
    const held = this.#data.get(name);
    if (held && held.version === this.#group.version) {
      held.data.refresh();
      return held.data;
    }
    const data = equityData(this.calculation, {
      name,
      includes: (school) => this.isSeen(school),
      isHidden: (key) => this.isHidden(key),
      codeOf: (school) => this.code(school),
      nameOf: (school) => this.name(school),
      smallestGroup: this.audience.minimumPupils * COUNT_SCALE,
      ...(this.#isAnonymous ? { placeOf: (school: number) => this.#number(school) } : {}),
    });
    if (this.#data.size >= NAMES_HELD) this.#data.clear();
    this.#data.set(name, { data, version: this.#group.version });
    return data;
  }

  get #isAnonymous(): boolean {
    return this.audience.schoolNames === 'anonymous';
  }
  #number(school: number): number {
    return this.#group.numberOf(this.#member, school);
  }
  #school(school: number): { readonly code: string; readonly name: string } {
    return this.calculation.schools[school]!;
  }
}

/** A renamed scenario leaves data under its former name behind. */
const NAMES_HELD = 4;

/** As columns of a sheet are named: A to Z, then AA. */
function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { distinctNames, safeFileName } from '../../../../src/main/exports/calculators/fileNames.ts';
import { calculatorNames, writeCalculators } from '../../../../src/main/exports/calculators/writeCalculators.ts';
import { LongJob, SILENT_PROGRESS } from '../../../../src/main/handlers/LongJob.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../../src/shared/changes/Change.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import { hostileDistrict } from '../../../fixtures/hostileDistrict.ts';
import { smallDistrict } from '../../smallDistrict.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const hostile = (): Calculation => new Calculation(new Model(hostileDistrict()), 1);
const all = ({ schools }: Calculation): number[] => schools.map((_, at) => at);

describe('file names', () => {
  it('are safe on Windows, keep leading zeros, and differ without regard to capital letters', () => {
    expect(safeFileName('0042 O’Hare / "Annex"', 'School')).toBe('0042 O’Hare Annex');
    expect(safeFileName('con', 'School')).toBe('_con');
    expect(safeFileName('LPT1.x', 'School')).toBe('_LPT1.x');
    expect(safeFileName('Nord. ', 'School')).toBe('Nord');
    expect(safeFileName('../..\\etc', 'School')).toBe('etc');
    expect(safeFileName('???', 'School')).toBe('School');
    expect(safeFileName(`1 ${'é'.repeat(300)}`, 'School')).toHaveLength(100);
    for (const character of ['學', '😀', 'é']) {
      const name = safeFileName(`1 ${character.repeat(300)}`, 'School');
      expect(Buffer.byteLength(`${name} (99).xlsx`), character).toBeLessThanOrEqual(255);
      expect(name, character).toMatch(new RegExp(`^1 ${character}+$`, 'u'));
    }
    expect(distinctNames(['A x', 'a X', 'A x'])).toEqual(['A x', 'a X (2)', 'A x (3)']);
    for (const name of calculatorNames(hostile())) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in a name.
      expect(name).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]|[. ]\.xlsx$/);
    }
  });
});

describe('writeCalculators', () => {
  it('puts one file for each school in place, replaces earlier ones and leaves others alone', async () => {
    const calculation = hostile();
    const folder = join(temporaryFolder(), 'new', 'folder');
    mkdirSync(folder, { recursive: true });
    const [first = ''] = calculatorNames(calculation);
    writeFileSync(join(folder, first), 'an earlier one');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(await writeCalculators(calculation, all(calculation), folder, SILENT_PROGRESS)).toEqual({ count: 7 });
    expect(readdirSync(folder).sort()).toEqual([...calculatorNames(calculation), 'notes.txt'].sort());
    expect(readFileSync(join(folder, first)).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('never puts a file in the place of a folder, and moves back what it had replaced by then', async () => {
    const calculation = hostile();
    const folder = temporaryFolder();
    const [first = '', second = ''] = calculatorNames(calculation);
    writeFileSync(join(folder, first), 'an earlier one');
    mkdirSync(join(folder, second));
    writeFileSync(join(folder, second, 'notes.txt'), 'mine');
    await expect(writeCalculators(calculation, all(calculation), folder, SILENT_PROGRESS)).rejects.toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining(`${second} was not written, because a folder of that name stands there`),
    });
    expect(readdirSync(folder).sort()).toEqual([first, second].sort());
    expect(readFileSync(join(folder, first), 'utf8')).toBe('an earlier one');
    expect(readFileSync(join(folder, second, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('leaves nothing behind when it is cancelled, and what was there as it was', async () => {
    const calculation = hostile();
    const folder = temporaryFolder();
    const [first = ''] = calculatorNames(calculation);
    writeFileSync(join(folder, first), 'an earlier one');
    let told = 0;
    const job = new LongJob(() => {
      told++;
      if (told === 2) job.cancel();
    });
    const running = job.run('Writing calculators', (progress) =>
      writeCalculators(calculation, all(calculation), folder, progress),
    );
    await expect(running).rejects.toMatchObject({ code: 'job-cancelled' });
    expect(readdirSync(folder)).toEqual([first]);
    expect(readFileSync(join(folder, first), 'utf8')).toBe('an earlier one');
    // A folder made for it goes again.
    const made = join(folder, 'a', 'b');
    const again = job.run('Writing calculators', (progress) => {
      job.cancel();
      return writeCalculators(calculation, all(calculation), made, progress);
    });
    await expect(again).rejects.toMatchObject({ code: 'job-cancelled' });
    expect(readdirSync(folder)).toEqual([first]);
  });

  it('moves everything back where one file cannot be put in place', async () => {
    const calculation = hostile();
    const folder = temporaryFolder();
    const names = calculatorNames(calculation);
    writeFileSync(join(folder, names[0]!), 'an earlier one');
    // A folder with something in it is kept aside as a file would be; one that is gone cannot be written to.
    const progress = {
      ...SILENT_PROGRESS,
      step: async (done: number, total: number | null) => {
        if (done !== total) return;
        const temporary = readdirSync(folder).find((name) => name.startsWith('~$'))!;
        rmSync(join(folder, temporary, names[3]!));
      },
    };
    await expect(writeCalculators(calculation, all(calculation), folder, progress)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([names[0]]);
    expect(readFileSync(join(folder, names[0]!), 'utf8')).toBe('an earlier one');
  });

  it('refuses a scenario with a stopped source, a plan that changes meanwhile, and a file in the folder’s place', async () => {
    const rows = hostileDistrict();
    const stopped = new Calculation(new Model({ ...rows, enrollment: [] }), 1);
    const folder = temporaryFolder();
    await expect(writeCalculators(stopped, [0], folder, SILENT_PROGRESS)).rejects.toMatchObject({
      code: 'does-not-tie-out',
    });
    const model = new Model(smallDistrict());
    const calculation = new Calculation(model, 1);
    const progress = {
      ...SILENT_PROGRESS,
      step: async (done: number) => {
        if (done !== 1) return;
        const ops = setRow(model, 'school', { ...calculation.schools[0]!, name: 'Renamed' });
        applyOps(model, ops);
        calculation.apply(ops);
      },
    };
    await expect(writeCalculators(calculation, all(calculation), folder, progress)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    await expect(writeCalculators(hostile(), [0], join(folder, 'file'), SILENT_PROGRESS)).rejects.toMatchObject({
      code: 'export-failed',
    });
    expect(statSync(join(folder, 'file')).size).toBe(0);
  });

  it('refuses the stamp of an adoption for numbers that are others', async () => {
    const rows = smallDistrict();
    const model = new Model({
      ...rows,
      scenario: rows.scenario.map((row) => ({ ...row, status: 'adopted' as const })),
      adoption: [
        { scenario: 1, at: '2027-05-12', by: 'Ana', inputsSha256: 'a'.repeat(64), resultsSha256: 'b'.repeat(64) },
      ],
    });
    const folder = temporaryFolder();
    await expect(writeCalculators(new Calculation(model, 1), [0], folder, SILENT_PROGRESS)).rejects.toMatchObject({
      code: 'adoption-moved',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

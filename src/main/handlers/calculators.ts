import { basename, join } from 'node:path';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Params, Result } from '../../shared/contract/requests.ts';
import type { Session } from '../document/Session.ts';
import { safeFileName } from '../exports/calculators/fileNames.ts';
import {
  calculatorNames,
  refuseIncomplete,
  writeCalculators,
  writeOneCalculator,
} from '../exports/calculators/writeCalculators.ts';
import { writeDistrictCalculator } from '../exports/calculators/writeDistrictCalculator.ts';
import { writeDistrictWorkbook } from '../exports/districtWorkbook/writeDistrictWorkbook.ts';
import type { HostServices } from '../HostServices.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import type { HandlersOf } from './Handlers.ts';
import type { LongJob } from './LongJob.ts';
import { withEnding } from './withEnding.ts';
import { refuseDocument } from './writeText.ts';

const XLSX = [{ label: 'Excel workbook', extensions: ['xlsx'] }];

/** Workbooks for principals, board and staff. Each is a long job, so that it may be watched and cancelled. */
export function calculatorHandlers(
  host: HostServices,
  session: Session,
  job: LongJob,
): HandlersOf<'calculators'> & HandlersOf<'districtWorkbook'> {
  /** Asks where to save; null when the person closed the dialog. */
  const choosePath = async (title: string, name: string): Promise<string | null> => {
    const suggestedName = `${name}.xlsx`;
    const chosen = await host.chooseFile({ purpose: 'save', title, kinds: XLSX, suggestedName });
    if (chosen === null) return null;
    const path = await withEnding(session.workplace, chosen, '.xlsx');
    refuseDocument(session, path);
    return path;
  };
  const districtName = (): string =>
    safeFileName(session.document.model.get('district', 'name')?.value ?? '', session.document.info().name);

  const exportAll = async (calculation: Calculation): Promise<Result<'calculators/export'>> => {
    const chosen = await host.chooseFile({
      purpose: 'folder',
      title: 'Where to put the folder of calculators',
      kinds: [],
      suggestedName: '',
    });
    if (chosen === null) return null;
    // Hundreds of files do not belong among what a person keeps there already.
    const folder = join(chosen, `${districtName()} calculators`);
    const schools = calculation.schools.map((_, at) => at);
    const { count } = await job.run('Writing calculators', (progress) =>
      writeCalculators(calculation, schools, folder, progress),
    );
    return { fileName: basename(folder), count };
  };

  const exportOne = async (calculation: Calculation, code: string | null): Promise<Result<'calculators/export'>> => {
    const school = calculation.schoolIndex(code ?? '');
    if (school < 0) {
      throw new AllotError('school-unknown', 'This school is not in the document; nothing was written.');
    }
    const name = calculatorNames(calculation)[school]!.replace(/\.xlsx$/, '');
    const path = await choosePath('Write a calculator', name);
    if (path === null) return null;
    await job.run('Writing the calculator', () => writeOneCalculator(calculation, school, path));
    return { fileName: basename(path), count: 1 };
  };

  const exportDistrict = async (calculation: Calculation): Promise<Result<'calculators/export'>> => {
    const path = await choosePath('Write the calculator of the district', `${districtName()} calculator`);
    if (path === null) return null;
    await job.run('Writing the calculator of the district', (progress) =>
      writeDistrictCalculator(calculation, path, progress),
    );
    return { fileName: basename(path), count: 1 };
  };

  return {
    'calculators/export': async ({ scenario, digest, what, school }: Params<'calculators/export'>) => {
      const calculation = checkedCalculation(session, scenario, digest);
      refuseIncomplete(calculation);
      if (what === 'school') return exportOne(calculation, school);
      return what === 'all' ? exportAll(calculation) : exportDistrict(calculation);
    },
    'districtWorkbook/export': async ({ scenario, digest, scenarios }) => {
      const calculation = checkedCalculation(session, scenario, digest);
      refuseIncomplete(calculation);
      const path = await choosePath('Write the district workbook', `${districtName()} budgets`);
      if (path === null) return null;
      const compared = scenarios.map((id) => (id === scenario ? calculation : session.document.calculation(id)));
      await job.run('Writing the district workbook', (progress) =>
        writeDistrictWorkbook(calculation, compared, path, progress),
      );
      return { fileName: basename(path) };
    },
  };
}

import { emptyModelRows } from '../src/shared/model/emptyModel.ts';
import type { ModelRows } from '../src/shared/model/Model.ts';
import { benchDistrict } from './calcDistrict.ts';

/** The engine benchmark's district (20 sources that share one weight set) as a document can hold it. */
export function districtRows(schools: number): ModelRows {
  const { district, inputVersion } = emptyModelRows(`Benchmark of ${schools} schools`);
  return { ...benchDistrict(schools, true, 'rates', false).toRows(), district, inputVersion };
}

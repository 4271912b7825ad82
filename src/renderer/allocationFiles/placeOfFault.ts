import { AccountBook } from '../../shared/allocationFile/AccountBook.ts';
import type { FileFault } from '../../shared/allocationFile/FileFault.ts';
import type { AccountPlace } from '../../shared/changes/accounts.ts';
import type { Model } from '../../shared/model/Model.ts';
import { EVERY } from '../accounts/accountLines.ts';

/**
 * Where a fault about an account is mended: at the rule that gave the wrong value; where none gave any, at the source
 * or school that lacks one throughout, or at the exception for both.
 */
export function placeOfFault(model: Model, { source, school, segment, value }: FileFault): AccountPlace {
  const place = { ...EVERY, source, school };
  if (value === '') return place;
  const rule = new AccountBook(model).ruleFor(segment, place);
  return rule && rule.value === value
    ? { source: rule.source, school: rule.school, level: rule.level, need: rule.need }
    : place;
}

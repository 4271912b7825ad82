import type { Model } from '../model/Model.ts';
import type { PictureRow } from '../model/rows.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** The district's own picture, for statements and the formula book. */
export const LOGO = 'logo';

export function setLogo(model: Model, picture: Omit<PictureRow, 'name'>): Change {
  const ops = setRow(model, 'picture', { name: LOGO, ...picture });
  return { kind: 'picture', label: 'Logo of the district', scenario: null, ops };
}

export function removeLogo(model: Model): Change {
  return {
    kind: 'picture',
    label: 'Remove the logo of the district',
    scenario: null,
    ops: removeRow(model, 'picture', LOGO),
  };
}

import { setDistrict } from '../../shared/changes/categories.ts';
import { CommitField } from '../sheets/CommitField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocument } from '../state/hooks.ts';
import { CategoryList } from './CategoryList.tsx';

/** The district itself: name, fiscal year, and the lists of schooling levels and need categories. */
export function DistrictDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument();
  const { model } = document;
  return (
    <SheetDialog title="District" onClose={onClose} isWide>
      <div className="dialog-columns">
        <CommitField
          label="District name"
          value={model.get('district', 'name')?.value ?? ''}
          make={(text) => setDistrict(model, 'name', text)}
        />
        <CommitField
          label="Fiscal year"
          value={model.get('district', 'fiscal_year')?.value ?? ''}
          make={(text) => setDistrict(model, 'fiscal_year', text)}
        />
      </div>
      <div className="dialog-columns">
        <CategoryList
          table="level"
          title="Schooling levels"
          hint="The level index compares every level with the first."
        />
        <CategoryList
          table="need"
          title="Need categories"
          hint="The first is all students: the foundation. Pupils may count in several others."
        />
      </div>
    </SheetDialog>
  );
}

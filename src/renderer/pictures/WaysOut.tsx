import type { PictureTable } from '../../shared/pictures/Picture.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { copyTable, type Draw, exportPicture, exportTable } from './exportPicture.ts';

export interface WaysOutProps {
  readonly title: string;
  readonly table: () => PictureTable;
  /** Without it there is a table only. */
  readonly draw?: Draw;
}

/** Copies and files of a picture and of the table behind it. */
export function WaysOut({ title, table, draw }: WaysOutProps) {
  const window = useWindowOnce();
  return (
    <>
      <button type="button" className="button button-small" onClick={() => copyTable(window, table())}>
        Copy table
      </button>
      <button type="button" className="button button-small" onClick={() => void exportTable(window, title, table)}>
        CSV…
      </button>
      {draw ? (
        <>
          <button type="button" className="button button-small" onClick={() => void exportPicture(window, draw, 'svg')}>
            SVG…
          </button>
          <button type="button" className="button button-small" onClick={() => void exportPicture(window, draw, 'png')}>
            PNG…
          </button>
        </>
      ) : null}
    </>
  );
}

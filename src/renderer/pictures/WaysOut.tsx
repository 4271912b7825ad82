import { useContext } from 'react';
import type { PictureTable } from '../../shared/pictures/Picture.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { copyTable, type Draw, exportPicture, exportTable } from './exportPicture.ts';
import { OnlookersContext, type SeenBy } from './Onlookers.ts';

export interface WaysOutProps {
  readonly title: string;
  /** As it stands here, or as somebody else would see it. */
  readonly table: (seenBy?: SeenBy) => PictureTable;
  /** Without it there is a table only. */
  readonly draw?: Draw;
}

/** Copies and files of a picture and of the table behind it. Where small schools are in them, files ask for whom they are. */
export function WaysOut({ title, table, draw }: WaysOutProps) {
  const window = useWindowOnce();
  const onlookers = useContext(OnlookersContext);
  const drawn = (kind: 'svg' | 'png') => (draw ? void exportPicture(window, draw, kind, onlookers) : undefined);
  return (
    <>
      <button type="button" className="button button-small" onClick={() => copyTable(window, table(), onlookers)}>
        Copy table
      </button>
      <button
        type="button"
        className="button button-small"
        onClick={() => void exportTable(window, title, table, onlookers)}
      >
        CSV…
      </button>
      {draw ? (
        <>
          <button type="button" className="button button-small" onClick={() => drawn('svg')}>
            SVG…
          </button>
          <button type="button" className="button button-small" onClick={() => drawn('png')}>
            PNG…
          </button>
        </>
      ) : null}
    </>
  );
}

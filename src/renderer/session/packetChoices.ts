import type { Paper } from '../../shared/statements/page.ts';
import type { DocumentState } from '../state/DocumentState.ts';

const TABLES = 'boardSession/tables';

/** The paper chosen for this document, as for its other hand-outs; Letter until somebody chooses. */
export const keptPaper = (document: DocumentState): Paper =>
  document.session.get('handOuts/paper') === 'a4' ? 'a4' : 'letter';

/** Whether the numbers behind the slides go with them; they do until somebody chooses otherwise. */
export const keptTables = (document: DocumentState): boolean => document.session.get(TABLES) !== 'no';

export const keepTables = (document: DocumentState, tables: boolean): void =>
  document.session.set(TABLES, tables ? 'yes' : 'no');

import type { Session } from '../document/Session.ts';

/** The open document's name as files made from it begin: `Plan 2027` of `Plan 2027.allot`. */
export function documentName(session: Session): string {
  return session.document.info().name.replace(/\.allot$/i, '');
}

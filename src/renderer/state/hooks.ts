import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DocumentState } from './DocumentState.ts';
import type { Store } from './Store.ts';
import type { WindowState } from './WindowState.ts';

export const WindowContext = createContext<WindowState | null>(null);
export const DocumentContext = createContext<DocumentState | null>(null);

/** Renders again whenever the store has changed. */
export function useStore<T extends Store>(store: T): T {
  useSyncExternalStore(store.subscribe, store.getVersion);
  return store;
}

/** The window, watched. */
export function useWindow(): WindowState {
  return useStore(useWindowOnce());
}

/** The window without watching it: for what only calls its methods. */
export function useWindowOnce(): WindowState {
  const window = useContext(WindowContext);
  if (!window) throw new Error('useWindow outside of WindowContext');
  return window;
}

/** The open document, watched: the component renders again with every keystroke. For headings and small panels. */
export function useDocument(): DocumentState {
  return useStore(useDocumentOnce());
}

/** The open document without watching it. Sheets use this with `useDocumentValue`, so that a keystroke repaints cells only. */
export function useDocumentOnce(): DocumentState {
  const document = useContext(DocumentContext);
  if (!document) throw new Error('useDocument outside of DocumentContext');
  return document;
}

/** One value of the document; renders again only when it is another. `useDocumentValue((it) => it.structureRevision)`. */
export function useDocumentValue<T extends string | number | boolean | null | undefined | object>(
  read: (document: DocumentState) => T,
): T {
  const document = useDocumentOnce();
  return useSyncExternalStore(document.subscribe, () => read(document));
}

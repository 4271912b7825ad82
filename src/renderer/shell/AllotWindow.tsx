import { lazy, Suspense, useEffect } from 'react';
import { runCommand } from '../commands/commands.ts';
import { handleKey } from '../commands/shortcuts.ts';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { ImportAssistant } from '../importAssistant/ImportAssistant.tsx';
import { presentingOf } from '../present/Presenting.ts';
import { AdoptedBar } from '../scenarios/AdoptedBar.tsx';
import { ScenarioTabs } from '../scenarios/ScenarioTabs.tsx';
import { DocumentContext, useStore, WindowContext } from '../state/hooks.ts';
import type { WindowState } from '../state/WindowState.ts';
import { YearsImport } from '../years/YearsImport.tsx';
import { DerivationPanel } from './DerivationPanel.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { ShownSheet } from './ShownSheet.tsx';
import { StartScreen } from './StartScreen.tsx';
import { TieOutBar } from './TieOutBar.tsx';
import './shell.css';

const PresentViews = lazy(() => import('../present/PresentViews.tsx'));

/** The shell: it places the parts of the window and does nothing else. */
export function AllotWindow({ window: state }: { readonly window: WindowState }) {
  useStore(state);
  const presenting = useStore(presentingOf(state));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // Esc that nothing nearer wanted takes away what was said in passing, and else closes the derivation.
      if (event.key === 'Escape' && !event.defaultPrevented && !state.dialog && !state.document?.previewed) {
        if (!state.dismissPassing()) state.toggleDerivation(false);
      }
      handleKey(state, event);
    };
    window.addEventListener('keydown', onKey);
    const stop = state.bridge.on('command/run', ({ name }) => {
      if (!state.task) runCommand(state, name);
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, [state]);

  const { document } = state;
  return (
    <WindowContext value={state}>
      <div
        className="allot-window"
        data-testid="allot-window"
        data-state={state.task ?? (document ? 'document' : 'start')}
        data-presenting={presenting.view ?? undefined}
      >
        {document && state.task === 'importTable' ? (
          <DocumentContext value={document}>
            <ImportAssistant />
            <Dialogs />
          </DocumentContext>
        ) : document && state.task === 'importYears' ? (
          <DocumentContext value={document}>
            <YearsImport />
            <Dialogs />
          </DocumentContext>
        ) : document && presenting.view && presenting.view !== 'bar' ? (
          <DocumentContext value={document}>
            <Suspense fallback={null}>
              <PresentViews presenting={presenting} />
            </Suspense>
            <Dialogs />
          </DocumentContext>
        ) : document ? (
          <DocumentContext value={document}>
            <Header />
            <FormulaBar />
            <Navigation />
            <main className="main" data-region="sheet">
              <Notices />
              <AdoptedBar />
              <div className="workspace">
                <ShownSheet />
                <DerivationPanel />
              </div>
            </main>
            <ScenarioTabs />
            <TieOutBar />
            {presenting.view ? (
              <Suspense fallback={null}>
                <PresentViews presenting={presenting} />
              </Suspense>
            ) : null}
            <Dialogs />
          </DocumentContext>
        ) : (
          <>
            <StartScreen />
            <Dialogs />
          </>
        )}
      </div>
    </WindowContext>
  );
}

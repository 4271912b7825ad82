import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { moveScenario, STATUS_WORDS, scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { useDocumentOnce, useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import { addScenario, moveBy, remove, showBeside, showScenario } from './scenarioActions.ts';
import { TabMenu } from './TabMenu.tsx';
import { TabName } from './TabName.tsx';
import { tabRenaming } from './TabRenaming.ts';
import './scenarioTabs.css';

/** Scenarios where a spreadsheet has its sheets: one tab each, with its name and status, in an order of one’s own. */
export function ScenarioTabs() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { scenario: renamed } = useStore(tabRenaming);
  useDocumentValue((it) => `${it.structureRevision} ${it.scenarioId}`);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const root = useRef<HTMLElement>(null);
  const shown = document.scenarioId;
  const order = scenariosInOrder(document.model);

  /** The sheet takes the focus for the cell that stays selected, so the tab asks for it once that is over. */
  const focusTab = (): void => {
    const focus = (): void => {
      if (tabRenaming.scenario === null) root.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    };
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  const menuLeft = (): number => {
    const tab = root.current?.querySelector('.scenario-tab.is-shown')?.getBoundingClientRect();
    const own = root.current?.getBoundingClientRect();
    return tab && own ? Math.max(0, Math.min(tab.left - own.left, own.width - 240)) : 206;
  };
  const closeMenu = useCallback((byKey: boolean): void => {
    setMenuOpen(false);
    if (byKey) root.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown tab comes into view when another is shown.
  useEffect(() => {
    root.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setMenuOpen(false);
  }, [shown]);

  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (by !== 0 && event.altKey) moveBy(window, shown, by);
    else if (by !== 0 && isPlain) showBeside(window, by);
    else if (event.key === 'Home' && isPlain && order[0]) showScenario(window, order[0].id);
    else if (event.key === 'End' && isPlain) showScenario(window, order.at(-1)?.id ?? shown);
    else if (event.key === 'F2') tabRenaming.start(shown);
    else if (event.key === 'Delete') remove(window, shown);
    else return;
    event.preventDefault();
    event.stopPropagation();
    focusTab();
  };

  return (
    <nav
      ref={root}
      className="scenario-tabs"
      aria-label="Scenarios"
      data-region="scenarios"
      data-testid="scenario-tabs"
    >
      <ul>
        {order.map((row, at) => (
          <li
            key={row.id}
            className={row.id === shown ? 'scenario-tab is-shown' : 'scenario-tab'}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) document.commit(moveScenario(document.model, dragged, at));
              setDragged(null);
            }}
          >
            {renamed === row.id ? (
              <TabName scenario={row.id} name={row.name} onKeyEnd={focusTab} />
            ) : (
              <button
                type="button"
                className="scenario-button"
                data-testid={`scenario-${row.id}`}
                aria-current={row.id === shown ? 'true' : undefined}
                tabIndex={row.id === shown ? 0 : -1}
                title={row.description || undefined}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(row.id);
                }}
                onDragEnd={() => setDragged(null)}
                onClick={() => {
                  showScenario(window, row.id);
                  focusTab();
                }}
                onDoubleClick={() => row.status !== 'adopted' && tabRenaming.start(row.id)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  showScenario(window, row.id);
                  setTimeout(() => setMenuOpen(true));
                }}
                onKeyDown={onKey}
              >
                <span>{row.name}</span> <small>{STATUS_WORDS[row.status].toLowerCase()}</small>
              </button>
            )}
            {row.id === shown && renamed !== row.id ? (
              <button
                type="button"
                className="scenario-more"
                aria-haspopup="menu"
                aria-expanded={isMenuOpen}
                data-testid="scenario-menu"
                title={`More for ${row.name}`}
                onClick={() => setMenuOpen(!isMenuOpen)}
              >
                <span aria-hidden="true">▾</span>
                <span className="visually-hidden">More for {row.name}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="scenario-add"
        data-testid="scenario-add"
        title="New scenario from the one shown"
        onClick={() => addScenario(window)}
      >
        <span aria-hidden="true">+</span>
        <span className="visually-hidden">New scenario from the one shown</span>
      </button>
      {isMenuOpen ? <TabMenu left={menuLeft()} onClose={closeMenu} /> : null}
    </nav>
  );
}

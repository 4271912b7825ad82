import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What a menu item does: the window runs its command of this name, as it does for a key or the palette. */
export type RunCommand = (name: string) => void;

interface Item {
  readonly label: string;
  readonly command: string;
  /** As the window's command has them; on a Mac, Ctrl is the command key. */
  readonly keys?: string;
}

const FILE: readonly (Item | 'separator')[] = [
  { label: 'New', command: 'file/new', keys: 'Ctrl+Alt+N' },
  { label: 'Open…', command: 'file/open', keys: 'Ctrl+O' },
  { label: 'Open sample district', command: 'file/openSample' },
  'separator',
  { label: 'Save', command: 'file/save', keys: 'Ctrl+S' },
  { label: 'Save as…', command: 'file/saveAs', keys: 'Ctrl+Shift+S' },
  'separator',
  { label: 'Import workbook…', command: 'file/import', keys: 'Ctrl+Shift+I' },
  { label: 'Import a table…', command: 'file/importTable', keys: 'Ctrl+I' },
  { label: 'Import years and outcomes…', command: 'file/importYears' },
  { label: 'Import folder of CSV…', command: 'file/importFolder' },
  { label: 'Export workbook…', command: 'file/export', keys: 'Ctrl+E' },
  { label: 'Export folder of CSV…', command: 'file/exportFolder' },
  { label: 'Export budgets…', command: 'file/exportBudgets' },
  { label: 'Export finance file…', command: 'file/exportAllocation', keys: 'Ctrl+Shift+E' },
  'separator',
  { label: 'Close document', command: 'file/close' },
];

const EDIT: readonly (Item | 'separator')[] = [
  { label: 'Undo', command: 'edit/undo', keys: 'Ctrl+Z' },
  { label: 'Redo', command: 'edit/redo', keys: 'Ctrl+Y' },
  'separator',
];

const VIEW: readonly (Item | 'separator')[] = [
  { label: 'Find a command…', command: 'view/find', keys: 'Ctrl+K' },
  { label: 'Explain the selected number', command: 'view/derivation', keys: 'Ctrl+Shift+D' },
  { label: 'Light or dark', command: 'view/theme' },
  'separator',
  { label: 'Present', command: 'present', keys: 'F5' },
  { label: 'Present on this screen', command: 'present/oneScreen', keys: 'Shift+F5' },
  'separator',
];

const HELP: readonly (Item | 'separator')[] = [{ label: 'Keys', command: 'help/keys' }];

/** Every command a menu names, with its keys; a test compares them with the commands of the window. */
export const MENU_COMMANDS: readonly { readonly command: string; readonly keys?: string }[] = [
  ...FILE,
  ...EDIT,
  ...VIEW,
  ...HELP,
].filter((item) => item !== 'separator');

function itemsOf(items: readonly (Item | 'separator')[], run: RunCommand): MenuItemConstructorOptions[] {
  return items.map((item) => {
    if (item === 'separator') return { type: 'separator' };
    const { label, command, keys } = item;
    // The window listens to the keys itself and knows whether a cell is being edited; here they are only shown.
    const shown =
      keys === undefined ? {} : { accelerator: keys.replace('Ctrl+', 'CmdOrCtrl+'), registerAccelerator: false };
    return { label, ...shown, click: () => run(command) };
  });
}

export function menuTemplate(run: RunCommand, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [...itemsOf(FILE, run), isMac ? { role: 'close' } : { role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [...itemsOf(EDIT, run), { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    {
      label: 'View',
      submenu: [
        ...itemsOf(VIEW, run),
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: itemsOf(HELP, run) },
  ];
}

export function showMenu(run: RunCommand, platform: NodeJS.Platform = process.platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(run, platform)));
}

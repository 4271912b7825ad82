import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What a menu item does: the window runs its command of this name, as it does for a key or the palette. */
export type RunCommand = (name: string) => void;

interface Item {
  readonly label: string;
  readonly command: string;
  readonly keys?: string;
}

const FILE: readonly (Item | 'separator')[] = [
  { label: 'New', command: 'document/new', keys: 'CmdOrCtrl+N' },
  { label: 'Open…', command: 'document/open', keys: 'CmdOrCtrl+O' },
  { label: 'Open sample district', command: 'document/openSample' },
  'separator',
  { label: 'Save', command: 'document/save', keys: 'CmdOrCtrl+S' },
  { label: 'Save as…', command: 'document/saveAs', keys: 'CmdOrCtrl+Shift+S' },
  'separator',
  { label: 'Import workbook…', command: 'workbook/importFile' },
  { label: 'Import folder of CSV…', command: 'workbook/importFolder' },
  { label: 'Export workbook…', command: 'workbook/exportXlsx' },
  { label: 'Export folder of CSV…', command: 'workbook/exportFolder' },
  { label: 'Export budgets…', command: 'budgets/export' },
  'separator',
];

const EDIT: readonly (Item | 'separator')[] = [
  { label: 'Undo', command: 'edit/undo', keys: 'CmdOrCtrl+Z' },
  { label: 'Redo', command: 'edit/redo', keys: 'CmdOrCtrl+Shift+Z' },
  'separator',
];

const VIEW: readonly (Item | 'separator')[] = [
  { label: 'Find a command…', command: 'view/palette', keys: 'CmdOrCtrl+K' },
  { label: 'Explain the selected number', command: 'view/explain', keys: 'F2' },
  { label: 'Light or dark', command: 'view/theme' },
  'separator',
];

const HELP: readonly (Item | 'separator')[] = [{ label: 'Keys', command: 'help/keys', keys: 'F1' }];

/** Every command a menu names; a test compares it with the commands of the window. */
export const MENU_COMMANDS: readonly string[] = [...FILE, ...EDIT, ...VIEW, ...HELP].flatMap((item) =>
  item === 'separator' ? [] : [item.command],
);

function itemsOf(items: readonly (Item | 'separator')[], run: RunCommand): MenuItemConstructorOptions[] {
  return items.map((item) => {
    if (item === 'separator') return { type: 'separator' };
    const { label, command, keys } = item;
    // The window listens to the keys itself and knows whether a cell is being edited; here they are only shown.
    const shown = keys === undefined ? {} : { accelerator: keys, registerAccelerator: false };
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

import { themeQuartz } from 'ag-grid-community';

/** The grid wears the window's own custom properties, so light and dark are decided in one place. */
export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--panel)',
  foregroundColor: 'var(--ink)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--panel-2)',
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: '12px',
  headerFontSize: '12px',
  headerFontWeight: 600,
  headerTextColor: 'var(--ink-2)',
  headerBackgroundColor: 'var(--panel-2)',
  headerHeight: '28px',
  headerColumnResizeHandleColor: 'transparent',
  headerColumnBorder: false,
  rowHeight: '25px',
  rowBorder: { color: 'var(--line-2)', width: 1 },
  rowHoverColor: 'var(--hover)',
  oddRowBackgroundColor: 'transparent',
  columnBorder: false,
  cellHorizontalPadding: '8px',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  pinnedColumnBorder: { color: 'var(--line)', width: 1 },
  pinnedRowBorder: { color: 'var(--line)', width: 1 },
  pinnedRowBackgroundColor: 'var(--panel-2)',
  pinnedRowFontWeight: 600,
  pinnedRowTextColor: 'var(--ink)',
  cellEditingBorder: { color: 'var(--accent)', width: 2 },
  cellEditingShadow: 'none',
  tooltipBackgroundColor: 'var(--ink)',
  tooltipTextColor: 'var(--panel)',
  tooltipBorder: false,
  menuBackgroundColor: 'var(--panel)',
  menuShadow: 'var(--shadow)',
  iconSize: '12px',
  spacing: '5px',
  autoHeightMinBodyHeight: '0px',
});

/** The nonce under which the host's policy lets this page add style sheets; the grid adds its own at run time. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="allot-style-nonce"]')?.content ?? '';
}

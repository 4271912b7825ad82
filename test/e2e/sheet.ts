import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** Goes to a sheet by its name in the navigation. */
export async function goTo(window: Page, sheet: string): Promise<void> {
  await window.getByRole('navigation').getByText(sheet, { exact: true }).click();
}

/** A cell by its sheet, the key of its row and the id of its column. */
export function cell(window: Page, sheet: string, row: string, column: string): Locator {
  return window.getByTestId(`grid-${sheet}`).locator(`[row-id="${row}"] [col-id="${column}"]`);
}

/** Selects a cell and types into it without ending the entry. */
export async function typeInto(window: Page, at: Locator, text: string): Promise<void> {
  await at.click();
  await window.keyboard.type(text);
}

/** Chooses in a cell that offers choices, and ends the entry. */
export async function chooseIn(window: Page, at: Locator, label: string): Promise<void> {
  await at.click();
  await window.keyboard.press('F2');
  await at.getByRole('combobox').selectOption({ label });
  await window.keyboard.press('Enter');
}

/** Cents of an amount as shown; a dash is none. */
export function cents(text: string): number {
  const plain = text.replace(/[,\s]/g, '').replace('−', '-');
  return plain === '—' ? 0 : Math.round(Number(plain) * 100);
}

export async function centsOf(at: Locator): Promise<number> {
  return cents(await at.innerText());
}

/** What the schools get together, in cents, from the bottom bar. */
export async function schoolsInBar(window: Page): Promise<number> {
  const bar = window.getByTestId('tie-out-bar');
  await expect(bar).toContainText(/Left/);
  return cents(/Schools\s+([\d,.]+)/.exec(await bar.innerText())?.[1] ?? '');
}

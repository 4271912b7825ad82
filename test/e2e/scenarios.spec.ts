import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { cell, cents, centsOf, goTo, schoolsInBar, typeInto } from './sheet.ts';

const tabs = (window: Page) => window.getByTestId('scenario-tabs');
const tab = (window: Page, name: string) => tabs(window).locator('li', { hasText: name });
const shown = (window: Page) => tabs(window).locator('[aria-current="true"]');
const order = (window: Page) => tabs(window).locator('.scenario-button > span').allInnerTexts();
const poverty = (window: Page) => cell(window, 'weights', 'HS', 'need:POV');

async function addScenario(window: Page, name: string): Promise<void> {
  await window.getByTestId('scenario-add').click();
  await expect(window.getByTestId('scenario-name')).toBeFocused();
  await window.keyboard.type(name);
  await window.keyboard.press('Enter');
  await expect(shown(window)).toContainText(name);
}

async function weigh(window: Page, weight: string): Promise<void> {
  await typeInto(window, poverty(window), weight);
  await window.keyboard.press('Enter');
}

/** What can be done with the scenario shown, by the menu of its tab. */
async function choose(window: Page, item: string): Promise<void> {
  await window.getByTestId('scenario-menu').click();
  await window.getByRole('menuitem', { name: item }).click();
}

test('a new scenario is edited while the one it came from stands, and both are held side by side', async ({
  window,
}) => {
  await addScenario(window, 'More for poverty');
  await weigh(window, '0.4');
  await expect(poverty(window)).toHaveText(/^0\.40/);
  await window.keyboard.press('Control+PageUp');
  await expect(shown(window)).toContainText('Current plan');
  await expect(poverty(window)).toHaveText(/^0\.2879/);
  await window.keyboard.press('Control+PageDown');
  await expect(shown(window)).toContainText('More for poverty');
  await window.getByTestId('changed-against').selectOption({ label: 'against “Current plan”' });
  await expect(window.getByTestId('what-changed')).toContainText('108 ▼');

  await goTo(window, 'Scenarios');
  const totals = window.getByTestId('grid-scenarios').locator('[row-id="b-bottom-0"], [row-index="b-0"]');
  const figures = (at: (id: string) => Locator): Promise<number[]> =>
    Promise.all(['value:1', 'value:2', 'difference:2'].map((id) => centsOf(at(id))));
  for (const at of [
    (id: string) => cell(window, 'scenarios', '0149', id),
    (id: string) => totals.locator(`[col-id="${id}"]`),
  ]) {
    const [base = 0, own = 0, difference = 0] = await figures(at);
    expect(difference).toBe(own - base);
    expect(difference).not.toBe(0);
  }
  await cell(window, 'scenarios', '0149', 'difference:2').click();
  await expect(window.getByTestId('formula-bar')).toContainText('More for poverty');
  await expect(window.getByTestId('formula-bar')).toContainText('Current plan');
  await expect(window.getByTestId('scenario-summary').locator('tbody tr').first()).toContainText('17 ▲');
  await window.getByRole('radio', { name: 'What differs' }).click();
  await expect(window.getByTestId('what-differs')).toContainText('Poverty weight, High: 0.2879 → 0.40');
});

test('counts typed in one scenario move no other; what differs leads to the cell, and all of it is exported', async ({
  program,
}) => {
  const target = program.document('side by side.csv');
  const window = await program.start({ dialogAnswers: [target] });
  await addScenario(window, 'Fewer pupils');
  await goTo(window, 'Enrollment');
  const count = cell(window, 'enrollment', '0149 · HS', 'need:ALL');
  const before = await count.innerText();
  await typeInto(window, count, '700');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('notice-done')).toContainText('“Fewer pupils” now has enrollment of its own');
  await expect(window.getByTestId('notice-done')).toContainText('“Current plan” keeps');
  await window.getByTestId('notice-done').getByRole('button').click();
  await typeInto(window, count, '710');
  await window.keyboard.press('Enter');
  await expect(count).toHaveText('710');
  await expect(window.getByTestId('notice-done')).toHaveCount(0);
  await window.keyboard.press('Control+PageUp');
  await expect(shown(window)).toContainText('Current plan');
  await expect(count).toHaveText(before);

  await goTo(window, 'Scenarios');
  await window.getByRole('radio', { name: 'What differs' }).click();
  await window
    .getByTestId('what-differs')
    .getByRole('button', { name: `${before} → 710` })
    .click();
  await expect(shown(window)).toContainText('Fewer pupils');
  await expect(count).toHaveClass(/cell-focus/);
  await goTo(window, 'Scenarios');
  const value = await centsOf(cell(window, 'scenarios', '0149', 'value:2'));
  const difference = await centsOf(cell(window, 'scenarios', '0149', 'difference:2'));
  await window.getByTestId('comparison-csv').click();
  await expect(window.getByTestId('notice-done')).toContainText('side by side.csv');
  const lines = readFileSync(target, 'utf8').trimEnd().split('\r\n');
  const line = lines.find((one) => one.startsWith('0149,'))?.split(',') ?? [];
  expect(line.slice(-2).map(cents)).toEqual([value, difference]);
  expect(lines.at(-1)).toMatch(/^,District,/);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await goTo(window, 'Enrollment');
  await expect(count).toHaveText(before);
});

test('what one scenario supposes moves its numbers as it is typed, and no other’s', async ({ window }) => {
  await addScenario(window, 'Fewer pupils');
  await goTo(window, 'Scenarios');
  const base = cell(window, 'scenarios', '0149', 'value:1');
  const own = cell(window, 'scenarios', '0149', 'value:2');
  const [baseCents, ownCents] = [await centsOf(base), await centsOf(own)];
  expect(ownCents).toBe(baseCents);
  await typeInto(window, cell(window, 'shocks-enrollment', 'HS', 'every'), '-3');
  await expect.poll(() => centsOf(own)).not.toBe(ownCents);
  expect(await centsOf(base)).toBe(baseCents);
  await window.keyboard.press('Escape');
  await expect.poll(() => centsOf(own)).toBe(ownCents);

  const amount = cell(window, 'shocks-revenue', 'AID', 'amount');
  const aid = await centsOf(amount);
  await typeInto(window, cell(window, 'shocks-revenue', 'AID', 'percent'), '10');
  await window.keyboard.press('Enter');
  await expect.poll(() => centsOf(amount)).toBe(Math.round(aid * 1.1));
  await window.getByRole('radio', { name: 'What differs' }).click();
  await expect(window.getByTestId('what-differs')).toContainText('Revenue of General state aid: as projected → +10%');
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
});

test('each scenario has an undo of its own, across a reload too', async ({ window }) => {
  await weigh(window, '0.30');
  await addScenario(window, 'Other');
  await weigh(window, '0.50');
  await tab(window, 'Current plan').getByRole('button').first().click();
  await expect(window.getByTestId('undo')).toContainText('→ 0.30');
  await window.getByTestId('undo').click();
  await expect(window.getByTestId('undo')).toBeDisabled();
  await tab(window, 'Other').getByRole('button').first().click();
  await expect(poverty(window)).toHaveText(/^0\.50/);
  await window.reload();
  await expect(shown(window)).toContainText('Other');
  await expect(window.getByTestId('undo')).toContainText('→ 0.50');
  await window.getByTestId('undo').click();
  await expect(poverty(window)).toHaveText(/^0\.30/);
  await window.getByTestId('undo').click();
  await expect(window.getByTestId('undo')).toContainText('Add scenario');
  await window.getByTestId('undo').click();
  await expect(shown(window)).toContainText('Current plan');
  expect(await order(window)).toEqual(['Current plan']);
  await window.getByTestId('redo').click();
  await expect(shown(window)).toContainText('Scenario 2');
});

test('an adopted scenario is read-only and stamped, and goes back to draft as a change of its own', async ({
  window,
}) => {
  await addScenario(window, 'For the board');
  await choose(window, 'Propose');
  await expect(shown(window)).toContainText('proposed');
  await choose(window, 'Adopt…');
  await window.getByTestId('confirm').getByRole('button', { name: 'Adopt', exact: true }).click();
  await expect(shown(window)).toContainText('adopted');
  await expect(window.getByTestId('adopted-bar')).toContainText('For the board was adopted on');
  await typeInto(window, poverty(window), '0.9');
  await window.keyboard.press('Enter');
  await expect(poverty(window)).toHaveText(/^0\.2879/);

  await goTo(window, 'Floors');
  await window.getByTestId('hold-harmless').press('9');
  await expect(window.getByTestId('notice-refusal')).toContainText('can no longer change');
  await expect(window.getByTestId('hold-harmless')).toHaveValue('');
  await window.getByTestId('notice-refusal').getByRole('button').click();
  await goTo(window, 'Scenarios');
  await window.getByRole('radio', { name: 'About' }).click();
  await expect(window.getByTestId('scenario-stamp').getByText(/^ ?as adopted$/)).toHaveCount(2);
  await window.getByRole('button', { name: 'Take back to draft' }).click();
  await expect(window.getByTestId('adopted-bar')).toHaveCount(0);
  await expect(window.getByTestId('undo')).toContainText('Take the adoption of For the board back');
  await goTo(window, 'Weights');
  await weigh(window, '0.9');
  await expect(poverty(window)).toHaveText(/^0\.90/);
  await expect(window.getByTestId('notice-refusal')).toHaveCount(0);
});

test('scenarios are renamed, duplicated, moved and deleted by keys and menu, and undo brings back what was deleted', async ({
  window,
}) => {
  await addScenario(window, 'B');
  await weigh(window, '0.5');
  const schools = await schoolsInBar(window);
  await choose(window, 'Duplicate');
  await expect(window.getByTestId('scenario-name')).toHaveValue('B (2)');
  await window.keyboard.type('b');
  await window.keyboard.press('Enter');
  await expect(tabs(window).getByRole('alert')).toContainText('There is a scenario called "B" already');
  await window.getByTestId('scenario-name').fill('C');
  await window.keyboard.press('Enter');
  await expect(shown(window)).toContainText('C');
  await expect(shown(window)).toBeFocused();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => order(window)).toEqual(['Current plan', 'C', 'B']);
  await window.keyboard.press('ArrowRight');
  await expect(shown(window)).toContainText('B');
  await expect(shown(window)).toBeFocused();
  await window.keyboard.press('F2');
  await window.getByTestId('scenario-name').fill('Board option');
  await window.keyboard.press('Enter');
  await expect.poll(() => order(window)).toEqual(['Current plan', 'C', 'Board option']);
  await choose(window, 'Delete');
  await expect.poll(() => order(window)).toEqual(['Current plan', 'C']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => order(window)).toEqual(['Current plan', 'C', 'Board option']);
  await expect(shown(window)).toContainText('Board option');
  await expect(poverty(window)).toHaveText(/^0\.50/);
  expect(await schoolsInBar(window)).toBe(schools);
});

test('the way to goal weights is planned, calculated and exported', async ({ program }) => {
  const target = program.document('shadow.csv');
  const window = await program.start({ dialogAnswers: [target] });
  await window.getByRole('radio', { name: 'Goal' }).click();
  await typeInto(window, cell(window, 'weights', 'HS', 'goal:POV'), '0.6');
  await window.keyboard.press('Enter');
  await goTo(window, 'Gradual change');
  await typeInto(window, cell(window, 'path', '1', 'share'), '50');
  await window.keyboard.press('Enter');
  await typeInto(window, cell(window, 'path', '2', 'share'), '100');
  await window.keyboard.press('Enter');
  const at = (id: string) => cell(window, 'gradual', '0149', id);
  await expect.poll(() => centsOf(at('change:1'))).toBeGreaterThan(0);
  // Years are calculated a moment after an edit; until then the second year stands where the first does.
  await expect.poll(() => centsOf(at('change:2'))).toBeGreaterThan(0);
  expect(await centsOf(at('year:1'))).toBe((await centsOf(at('year:0'))) + (await centsOf(at('change:1'))));
  const goal = await centsOf(at('year:2'));

  // Without growth revenue never reaches the trigger, so no year moves.
  await window.getByTestId('revenue-trigger').fill('900m');
  await window.getByTestId('revenue-trigger').press('Enter');
  await expect(cell(window, 'path', '2', 'share')).toContainText('waits for revenue');
  await expect.poll(() => centsOf(at('change:1'))).toBe(0);
  await window.keyboard.press('Control+z');
  await expect.poll(() => centsOf(at('year:2'))).toBe(goal);

  await window.getByRole('radio', { name: 'Shadow statement' }).click();
  await expect.poll(() => centsOf(at('shadow'))).toBe(goal);
  await window.getByTestId('gradual-export').click();
  await expect(window.getByTestId('notice-done')).toContainText('shadow.csv');
  const line = readFileSync(target, 'utf8')
    .split('\n')
    .find((one) => one.startsWith('0149,'));
  expect(line?.split(',').map(cents)).toContain(goal);
});

for (const theme of ['light', 'dark'] as const) {
  test(`tabs, scenarios and gradual change can be read by a screen reader and have enough contrast, ${theme}`, async ({
    window,
  }) => {
    test.setTimeout(180_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await addScenario(window, 'B');
    await weigh(window, '0.5');
    const look = async (what: string): Promise<void> => {
      // A tint that fades has another contrast at every moment.
      await expect(window.locator('[data-movement="moving"], [data-movement="fading"]')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
      const told = violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
      expect(told, what).toEqual([]);
    };
    await goTo(window, 'Scenarios');
    await look('totals');
    await window.getByRole('radio', { name: 'What differs' }).click();
    await window.getByRole('radio', { name: 'About' }).click();
    await window.getByTestId('scenario-menu').click();
    await look('menu');
    await window.keyboard.press('Escape');
    await goTo(window, 'Gradual change');
    await look('gradual');
    await window.keyboard.press('Control+PageUp');
  });
}

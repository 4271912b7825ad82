import { expect, test } from './fixture.ts';
import { cell, cents, centsOf, chooseIn, goTo, schoolsInBar, typeInto } from './sheet.ts';

test('locking a source takes its dollars from the schools, and undo gives them back', async ({ window }) => {
  await goTo(window, 'Sources');
  const before = await schoolsInBar(window);
  const coverage = await window.getByTestId('coverage').innerText();
  const gone = await centsOf(cell(window, 'sources', 'PROP', 'schools'));
  await chooseIn(window, cell(window, 'sources', 'PROP', 'status'), 'Lock');
  await expect(cell(window, 'sources', 'PROP', 'method')).toHaveText('None');
  await expect(cell(window, 'sources', 'PROP', 'schools')).toHaveText('—');
  await expect.poll(async () => before - (await schoolsInBar(window))).toBeGreaterThanOrEqual(gone);
  await expect(window.getByTestId('coverage')).not.toHaveText(coverage);
  await window.keyboard.press('Control+z');
  await expect.poll(() => schoolsInBar(window)).toBe(before);
  await expect(window.getByTestId('coverage')).toHaveText(coverage);
});

test('a central share is a percent or dollars as typed, live', async ({ window }) => {
  await goTo(window, 'Sources');
  const share = cell(window, 'sources', 'PROP', 'central-share');
  const schools = cell(window, 'sources', 'PROP', 'schools');
  await expect(share).toHaveText('38%');
  const before = await centsOf(schools);
  await typeInto(window, share, '50%');
  await expect.poll(() => centsOf(schools)).toBeLessThan(before);
  await window.keyboard.press('Escape');
  await expect.poll(() => centsOf(schools)).toBe(before);
  await typeInto(window, share, '$1,200,000');
  await window.keyboard.press('Enter');
  await expect(share).toHaveText('$1,200,000.00');
  await expect.poll(() => centsOf(schools)).toBeGreaterThan(before);
  await typeInto(window, share, 'half');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert').filter({ hasText: 'a percent such as 45%' })).toBeVisible();
  await window.keyboard.press('Escape');
});

test('a rule counts its schools as it is typed, and one that cannot be read is kept and explained', async ({
  window,
}) => {
  await goTo(window, 'Sources');
  await cell(window, 'sources', 'PARTNER', 'name').click();
  const rule = window.getByTestId('source-panel').getByLabel('Rule', { exact: true });
  const reached = window.getByTestId('reached');
  await expect(reached).toContainText('60 of 125');
  await rule.fill('opportunity_index >= 0.9');
  await expect(reached).not.toContainText('60 of 125');
  await rule.press('Escape');
  await expect(reached).toContainText('60 of 125');

  await rule.fill('opportunity_index >=');
  await expect(window.getByTestId('source-panel').getByRole('alert')).toContainText('missing');
  await expect(rule).toHaveValue('opportunity_index >=');
  await expect(reached).toContainText('60 of 125');
  await window.getByTestId('source-panel').getByRole('button', { name: 'Back to what was' }).click();
  await expect(rule).toHaveValue('opportunity_index >= 0.57');

  await rule.fill('opportunity_index >= 0.9');
  await rule.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('eligibility');
  await rule.press('Control+z');
  await expect(rule).toHaveValue('opportunity_index >= 0.57');
  await expect(window.getByTestId('undo')).toBeDisabled();

  await window.getByTestId('source-panel').getByRole('radio', { name: 'By level' }).click();
  await window.getByTestId('source-panel').getByLabel('High', { exact: true }).check();
  await expect(cell(window, 'sources', 'PARTNER', 'eligibility')).toHaveText('High');
  await window.keyboard.press('Control+z');
  await expect(reached).toContainText('60 of 125');
});

test('a list of schools is ticked, previewed and made one change', async ({ window }) => {
  await goTo(window, 'Sources');
  await cell(window, 'sources', 'PARTNER', 'name').click();
  const panel = window.getByTestId('source-panel');
  await panel.getByRole('radio', { name: 'By list' }).click();
  await panel.getByRole('button', { name: 'Choose schools…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('0113 0121');
  await dialog.getByLabel(/Old Town K-8/).check();
  await dialog.getByRole('button', { name: 'Give it to 61 schools' }).click();
  await expect(window.getByTestId('reached')).toContainText('61 of 125');
  await expect(cell(window, 'sources', 'PARTNER', 'eligibility')).toHaveText('61 schools by list');
  await window.keyboard.press('Control+z');
  await expect(cell(window, 'sources', 'PARTNER', 'eligibility')).toContainText('opportunity_index');
});

test('a formula shows what it comes to as it is typed', async ({ window }) => {
  await goTo(window, 'Sources');
  await cell(window, 'sources', 'PARTNER', 'name').click();
  const formula = window.getByTestId('source-panel').getByLabel('Points of each school');
  const values = window.getByTestId('formula-values');
  const before = await values.innerText();
  await formula.fill('enrollment');
  await expect.poll(() => values.innerText()).not.toBe(before);
  await formula.fill('enrollment *');
  await expect(window.getByTestId('source-panel').getByRole('alert')).toBeVisible();
  await formula.press('Escape');
  await expect.poll(() => values.innerText()).toBe(before);
});

test('shares that do not total 100% stop their source, on top of the sheet and in the panel', async ({ window }) => {
  await goTo(window, 'Sources');
  await cell(window, 'sources', 'EARLY', 'name').click();
  await expect(window.getByTestId('shares-left')).toContainText('total 100%');
  await typeInto(window, cell(window, 'source-shares', 'ES', 'level-share'), '60');
  await expect(window.getByTestId('shares-left')).toContainText('2.5% to place');
  await expect(window.getByTestId('findings')).toContainText('State class size fund');
  await expect(window.getByTestId('findings')).toContainText('97.5%');
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('shares-left')).toContainText('total 100%');
  await expect(window.getByTestId('findings')).toHaveCount(0);
});

test('a typed grant lowers what is left of its source, live, and says when it is short', async ({ window }) => {
  await goTo(window, 'Grants');
  const pool = window.getByTestId('pool-ARTS');
  const grant = cell(window, 'grants', '0113', 'source:ARTS');
  const all = cell(window, 'grants', '0113', 'grants');
  const held = await centsOf(grant);
  const before = await centsOf(all);
  await expect(pool).toContainText('nothing left');
  await typeInto(window, grant, '100000');
  await expect(pool).toContainText('25,000.00 left');
  await window.keyboard.press('Escape');
  await expect(pool).toContainText('nothing left');
  await typeInto(window, grant, '200000');
  await window.keyboard.press('Enter');
  await expect(pool).toContainText('75,000.00 short');
  expect((await centsOf(all)) - before).toBe(cents('200,000.00') - held);
  await goTo(window, 'Tie-out');
  await expect(window.getByTestId('findings')).toContainText('short by $75,000.00');
  await expect(window.getByTestId('verdict')).toHaveText('does not tie out');
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('verdict')).toContainText('ties out to the cent');
});

import { expect, test } from './fixture.ts';

test('the window loads and sends nothing outside, and the tests would see it try', async ({ program }) => {
  const window = await program.start();
  await expect(window.getByTestId('allot-window')).toBeVisible();
  const outcome = await window.evaluate(async () => {
    const fetched = await fetch('https://example.org/').then(
      () => 'allowed',
      () => 'refused',
    );
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    return { fetched, title: document.title, display: getComputedStyle(document.body).display };
  });
  expect(outcome).toMatchObject({ fetched: 'refused' });
  expect(outcome.title).not.toBe('run');
  expect(outcome.display).not.toBe('none');
  for (const told of ['connect-src', 'script-src', 'style-src', 'Framing']) {
    await expect.poll(() => program.watch.problems.join('\n')).toContain(told);
  }
  // These were provoked; the fixture would fail this test for them.
  program.watch.problems.length = 0;
});

test('a page without the token is told how to open Allot', async ({ program }) => {
  const window = await program.start();
  await expect(window.getByTestId('allot-window')).toBeVisible();
  const address = new URL('/', window.url()).href;
  test.skip(!address.startsWith('http:'), 'Only the loopback host has an address.');
  const reply = await window.evaluate(async () => {
    const response = await fetch('/ask/document/current', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-allot-token': 'guess' },
      body: 'null',
    });
    return { status: response.status, text: await response.text() };
  });
  expect(reply.status).toBe(401);
  expect(reply.text).toContain('Open Allot from the address');
  program.watch.problems.length = 0;
});

import { expect, test } from 'vitest';
import { jobHandlers } from '../../../src/main/handlers/jobs.ts';
import { LongJob } from '../../../src/main/handlers/LongJob.ts';
import type { Events } from '../../../src/shared/contract/requests.ts';

function start(): { job: LongJob; steps: Events['progress/step'][] } {
  const steps: Events['progress/step'][] = [];
  const job = new LongJob((name, event) => {
    if (name === 'progress/step') steps.push(event as Events['progress/step']);
  });
  return { job, steps };
}

test('a job says its first and its last step and gives its answer', async () => {
  const { job, steps } = start();
  const answer = await job.run('Writing calculators', async ({ step }) => {
    for (let done = 1; done <= 500; done++) await step(done, 500);
    return 'written';
  });
  expect(answer).toBe('written');
  expect(steps[0]).toEqual({ label: 'Writing calculators', done: 0, total: null });
  expect(steps.at(-1)).toEqual({ label: 'Writing calculators', done: 500, total: 500 });
  expect(steps.length).toBeLessThan(500);
  expect(job.isRunning).toBe(false);
});

test('job/cancel is heard between two steps, and the error says that nothing is left', async () => {
  const { job } = start();
  let reached = 0;
  let isCleared = false;
  const running = job.run('Writing calculators', async ({ step }) => {
    try {
      for (; reached < 1e9; reached++) await step(reached, 1e9);
    } finally {
      isCleared = true;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await jobHandlers(job)['job/cancel'](null);
  await expect(running).rejects.toMatchObject({ code: 'job-cancelled', message: expect.stringContaining('Nothing') });
  expect(isCleared).toBe(true);
  expect(reached).toBeLessThan(1e9);
});

test('one job at a time; a failure is passed on as it is and lets the next one run', async () => {
  const { job } = start();
  const first = job.run('Writing statements', async ({ step }) => {
    await step(1, 2);
    throw new RangeError('disk');
  });
  await expect(job.run('Writing calculators', async () => 1)).rejects.toMatchObject({ code: 'job-running' });
  await expect(first).rejects.toThrow(RangeError);
  expect(await job.run('Writing calculators', async () => 1)).toBe(1);
});

test('a job that was done when Cancel came has its answer', async () => {
  const { job } = start();
  const answer = job.run('Writing calculators', async () => {
    job.cancel();
    return 'in place';
  });
  expect(await answer).toBe('in place');
});

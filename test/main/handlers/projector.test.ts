import { expect, it } from 'vitest';
import { projectorHandlers } from '../../../src/main/handlers/projector.ts';

const channel = '0b7e7a0e-6a53-4a2e-9f0b-2f6f3f0f6f11';

it('opens and closes the window of the host', async () => {
  const done: string[] = [];
  const projector = {
    open: (name: string) => {
      done.push(`open ${name}`);
      return 'second' as const;
    },
    close: () => {
      done.push('close');
    },
  };
  const handlers = projectorHandlers({ projector });
  expect(await handlers['projector/open']({ channel })).toEqual({ screen: 'second' });
  expect(await handlers['projector/close'](null)).toBeNull();
  expect(done).toEqual([`open ${channel}`, 'close']);
});

it('says that a browser opens the tab itself', async () => {
  const handlers = projectorHandlers({});
  await expect(handlers['projector/open']({ channel })).rejects.toMatchObject({ code: 'not-here' });
  expect(await handlers['projector/close'](null)).toBeNull();
});
